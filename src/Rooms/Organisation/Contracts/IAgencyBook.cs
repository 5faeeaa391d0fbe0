using Lifeguard.Kernel;

namespace Lifeguard.Organisation.Contracts;

/// <summary>Writes the local agencies of an organisation, which <see cref="IAgencies"/> reads. Each change is a deed and is committed.</summary>
public interface IAgencyBook
{
    /// <summary>The organisation's own entries, without those of the organisations above.</summary>
    Task<IReadOnlyList<AgencyEntry>> OwnAsync(Guid org, CancellationToken stop);

    /// <summary>Enters an agency at the deed's organisation, or changes the one with this id. Not found when that one belongs elsewhere or is gone.</summary>
    Task<Outcome> KeepAsync(Guid? id, AgencyCard card, Deed deed, CancellationToken stop);

    /// <summary>Takes one out. What is gone already is done.</summary>
    Task<Outcome> TakeOutAsync(Guid id, Deed deed, CancellationToken stop);
}

/// <summary>An agency where it is kept.</summary>
public sealed record AgencyEntry(Guid Id, AgencyCard Card);
