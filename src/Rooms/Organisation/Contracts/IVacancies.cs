namespace Lifeguard.Organisation.Contracts;

/// <summary>Seats that a school cannot be without.</summary>
public interface IVacancies
{
    /// <summary>The roles that nobody holds on that day, most pressing first; an acting head fills the head's seat. Empty for other levels.</summary>
    Task<IReadOnlyList<Role>> VacanciesAsync(Guid org, DateOnly on, CancellationToken stop);

    /// <summary>Whether a technician there does monitoring work that nobody who holds a senior role supervises.</summary>
    Task<bool> IsUnsupervisedAsync(Guid org, DateOnly on, CancellationToken stop);
}
