using Lifeguard.Incidents.Model;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Reactions;

/// <summary>What happens when nobody has opened a record in time.</summary>
/// <param name="To">The desk it goes up to, or null.</param>
/// <param name="Tell">Roles at the record's own desk that are told (again).</param>
internal sealed record Raised(Desk? To, IReadOnlyList<Role> Tell);

/// <summary>
/// The steps of an unopened record. A concern wakes the deputies first, who sit at its desk already, and goes up after that;
/// an allegation goes to an alternate at once. The last step of an allegation is a number to ring and moves nothing.
/// </summary>
internal static class RaiseUnopened
{
    public const string LastStep = "lado-number";

    private static readonly Raised Nothing = new(null, []);

    /// <param name="step">Key of the desk that the chain asks now.</param>
    public static Raised Decide(string? step, IReadOnlyList<string> desks, RoutingFacts facts)
    {
        if (step is null or LastStep) return Nothing;

        var highest = desks.Select(Enum.Parse<Desk>).Cast<Desk?>().Max();
        if (step == "deputy-dsl" && highest == Desk.SafeguardingTeam) return new Raised(null, [Role.DeputySafeguardingLead]);

        var to = highest is { } top ? Routing.Above(top, facts) : null;
        return step == "trust-or-authority" ? new Raised(to, [Role.TrustSafeguardingLead]) : new Raised(to, []);
    }

    /// <summary>The routing's facts as the record holds them: who is kept from it, and who sits where today.</summary>
    public static RoutingFacts FactsOf(Incident incident, IReadOnlyDictionary<Desk, IReadOnlyList<RoleHolder>> sitting) => new()
    {
        Accused = [new Accused(incident.Barred, Desk.SafeguardingTeam, false)],
        Holders = sitting.ToDictionary(desk => desk.Key, desk => (IReadOnlySet<Guid>)desk.Value.Select(holder => holder.IdentityId).ToHashSet()),
    };
}
