using Lifeguard.Kernel;

namespace Lifeguard.Custody.Model;

/// <summary>Somebody whom the head has named to search, from a day to a day. An entry ends; it is never taken out.</summary>
internal sealed class NominatedSearcher
{
    public const string Kind = "nominated-searcher";

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IdentityId { get; init; }

    public required string Name { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; private set; }

    public required string Training { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public RecordRef Ref => new(Kind, Id);

    public bool Holds(DateOnly day) => From <= day && (Until is null || day <= Until);

    public static NominatedSearcher Nominate(Guid id, Guid org, Guid identity, string name, DateOnly from, DateOnly? until, string training, Deed deed) => new()
    {
        Id = id,
        Org = org,
        IdentityId = identity,
        Name = name,
        From = from,
        Until = until,
        Training = training,
        ByName = deed.ByName,
        At = deed.At,
    };

    public Outcome End(DateOnly last)
    {
        if (Until is { } until && until <= last) return Refusals.SearcherEnded;
        Until = last;
        return Outcome.Done;
    }
}
