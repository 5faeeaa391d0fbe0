using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Who would read a report about these people, if it were sent now.</summary>
/// <param name="Readers">Names with roles, or roles alone. Empty when nobody in the school may take it.</param>
/// <param name="Welfare">Who looks after the child beside an allegation; null when there is no second record.</param>
/// <param name="IsAllegation">An adult who works or helps here is said to have done it.</param>
/// <param name="SomebodyAccused">Anybody at all is said to have done it.</param>
internal sealed record ReadersShown(IReadOnlyList<string> Readers, IReadOnlyList<string>? Welfare, bool IsAllegation, bool SomebodyAccused, bool TellsAuthority)
{
    public bool NobodyMayTakeIt => Readers.Count == 0;
}

/// <summary>Asks the same rule that decides when the report is sent, so that what people are told is what happens.</summary>
internal sealed class PreviewReaders(GatherFacts gather, DeskHolders holders)
{
    /// <param name="withNames">False for somebody without an account: roles only.</param>
    public async Task<ReadersShown> RunAsync(Guid school, IReadOnlyList<Named> people, bool withNames, CancellationToken stop)
    {
        var facts = await gather.RunAsync(school, people, new HashSet<Guid>(), stop);
        var route = Routing.ForRecord(facts);
        var sitting = await holders.OfAsync(school, stop);
        var isAllegation = route.Kind == RecordKind.Allegation;
        var children = isAllegation && people.Any(one => one.NamedAs == NamedAs.Pupil && one.Part != Part.SaidToHaveDoneIt);
        return new ReadersShown(
            Say(route, sitting, withNames),
            children ? Say(Routing.ForWelfare(facts), sitting, withNames) : null,
            isAllegation, people.Any(one => one.Part == Part.SaidToHaveDoneIt), route.TellsAuthority);
    }

    private static List<string> Say(Route route, IReadOnlyDictionary<Desk, IReadOnlyList<RoleHolder>> sitting, bool withNames) =>
        [.. route.Desks.SelectMany(desk => sitting[desk]).Where(one => !route.Barred.Contains(one.IdentityId))
            .GroupBy(one => one.IdentityId)
            .Select(one => withNames ? $"{one.First().Name} ({string.Join(", ", one.Select(role => role.Role.InWords()).Distinct())})" : one.First().Role.InWords())
            .Distinct()];
}
