namespace Lifeguard.Filtering.Contracts;

/// <summary>Figures of the gate, from what was added up while the log was loaded. They hold no address of a page.</summary>
public interface IGateFigures
{
    /// <summary>One person's requests by category, most first.</summary>
    /// <param name="person">The account's name.</param>
    Task<IReadOnlyList<CategoryFigure>> OfPersonAsync(Guid org, string person, DateOnly from, DateOnly to, CancellationToken stop);

    /// <summary>People by their requests, most first; the empty name stands for whoever was not known.</summary>
    Task<IReadOnlyList<PersonFigure>> PeopleAsync(Guid org, DateOnly from, DateOnly to, int most, CancellationToken stop);

    /// <summary>Everybody's requests by category.</summary>
    Task<IReadOnlyList<CategoryFigure>> CategoriesAsync(Guid org, DateOnly from, DateOnly to, CancellationToken stop);
}

/// <param name="Category">The key in the policy; empty for requests without one.</param>
public sealed record CategoryFigure(string Category, long Requests, long Refused);

public sealed record PersonFigure(string Person, long Requests, long Refused);
