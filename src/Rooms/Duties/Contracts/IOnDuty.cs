namespace Lifeguard.Duties.Contracts;

/// <summary>Who of a school's safeguarding team is on duty: the one who is asked first, and may be rung.</summary>
public interface IOnDuty
{
    /// <summary>
    /// Whoever is on duty at this instant and sits in the team today, the one set last first. Empty where nobody was set; then the whole
    /// team is asked. Says nothing of any record: leave out whom a record is kept from before you show a name.
    /// </summary>
    Task<IReadOnlyList<OnDutyCard>> AtAsync(Guid school, DateTimeOffset at, CancellationToken stop);

    /// <summary>When somebody of the team reads what comes in: this instant, while school is open or somebody is on duty; otherwise when either is so next.</summary>
    Task<DateTimeOffset> NextReadAsync(Guid school, DateTimeOffset at, CancellationToken stop);
}

/// <summary>Somebody on duty.</summary>
/// <param name="Telephone">Meant for everybody who reports, also without an account; null where none was given.</param>
/// <param name="Until">When this stretch of duty ends.</param>
public sealed record OnDutyCard(Guid IdentityId, string Name, string? Telephone, DateTimeOffset Until);
