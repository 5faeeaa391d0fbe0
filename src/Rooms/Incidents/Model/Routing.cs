namespace Lifeguard.Incidents.Model;

/// <summary>Somebody said to have done it, as far as is known.</summary>
/// <param name="Identities">The human beings this may be: one when known, several when a written name fits several, none for a stranger.</param>
/// <param name="Least">The lowest desk that may take a record about this person.</param>
/// <param name="TellsAuthority">The authority's designated officer is told as well.</param>
internal sealed record Accused(IReadOnlyCollection<Guid> Identities, Desk Least, bool TellsAuthority);

/// <summary>Everything the routing depends on, gathered before it decides.</summary>
internal sealed record RoutingFacts
{
    public required IReadOnlyList<Accused> Accused { get; init; }

    /// <summary>Relatives, on staff files, of adults said to have done it.</summary>
    public IReadOnlySet<Guid> Relatives { get; init; } = new HashSet<Guid>();

    /// <summary>Human beings line-managed by somebody said to have done it.</summary>
    public IReadOnlySet<Guid> Managed { get; init; } = new HashSet<Guid>();

    /// <summary>Who declared a conflict of interest.</summary>
    public IReadOnlySet<Guid> Conflicted { get; init; } = new HashSet<Guid>();

    /// <summary>Who sits at each desk today.</summary>
    public required IReadOnlyDictionary<Desk, IReadOnlySet<Guid>> Holders { get; init; }
}

/// <summary>Where a record goes and who is kept from it.</summary>
/// <param name="Desk">Null when nobody in the product may take it: the authority's number is all there is.</param>
/// <param name="Beside">A second desk, because everybody at the first is line-managed by the person named.</param>
internal sealed record Route(RecordKind Kind, Desk? Desk, Desk? Beside, IReadOnlySet<Guid> Barred, bool TellsAuthority)
{
    public IReadOnlyList<Desk> Desks => [.. new[] { Desk, Beside }.OfType<Desk>()];
}

/// <summary>
/// Who a record reaches, from who is named in it. One rule for reports, for names added later and for roles that change.
/// </summary>
internal static class Routing
{
    private static readonly Desk[] Ladder = Enum.GetValues<Desk>();

    /// <summary>The record itself: a concern, or an allegation when an adult who works here is named.</summary>
    public static Route ForRecord(RoutingFacts facts)
    {
        var least = facts.Accused.Select(one => one.Least).DefaultIfEmpty(Desk.SafeguardingTeam).Max();
        var kind = least == Desk.SafeguardingTeam ? RecordKind.Concern : RecordKind.Allegation;
        return Place(kind, least, facts);
    }

    /// <summary>The child's welfare beside an allegation: always the safeguarding team, without whoever is kept away.</summary>
    /// <remarks>Nothing on it says who is told about the adult: that alone would give the allegation away.</remarks>
    public static Route ForWelfare(RoutingFacts facts) => Place(RecordKind.Welfare, Desk.SafeguardingTeam, facts) with { TellsAuthority = false };

    /// <summary>The next desk up that can take the record when this one has not opened it; null at the top.</summary>
    public static Desk? Above(Desk desk, RoutingFacts facts) => FirstThatCan(desk + 1, facts, Barred(facts));

    private static Route Place(RecordKind kind, Desk least, RoutingFacts facts)
    {
        var barred = Barred(facts);
        var desk = FirstThatCan(least, facts, barred);
        return new Route(kind, desk, desk is { } taken ? Beside(taken, facts, barred) : null, barred, facts.Accused.Any(one => one.TellsAuthority));
    }

    private static HashSet<Guid> Barred(RoutingFacts facts) =>
        [.. facts.Accused.SelectMany(one => one.Identities), .. facts.Relatives, .. facts.Conflicted];

    private static Desk? FirstThatCan(Desk from, RoutingFacts facts, HashSet<Guid> barred)
    {
        foreach (var desk in Ladder)
        {
            if (desk >= from && Free(desk, facts, barred).Any()) return desk;
        }

        return null;
    }

    // Somebody line-managed by the person named is never the only one who handles it.
    private static Desk? Beside(Desk desk, RoutingFacts facts, HashSet<Guid> barred) =>
        Free(desk, facts, barred).All(facts.Managed.Contains) ? FirstThatCan(desk + 1, facts, barred) : null;

    private static IEnumerable<Guid> Free(Desk desk, RoutingFacts facts, HashSet<Guid> barred) =>
        facts.Holders.TryGetValue(desk, out var holders) ? holders.Where(one => !barred.Contains(one)) : [];
}
