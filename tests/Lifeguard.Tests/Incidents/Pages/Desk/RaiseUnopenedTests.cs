using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Reactions;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Tests.Incidents.Pages.DeskList;

public sealed class RaiseUnopenedTests
{
    private static readonly Guid Lead = Guid.Parse("0198c0de-0000-7000-8000-000000000001");
    private static readonly Guid Head = Guid.Parse("0198c0de-0000-7000-8000-000000000002");
    private static readonly Guid Chair = Guid.Parse("0198c0de-0000-7000-8000-000000000003");

    [Theory]
    [InlineData("deputy-dsl", "SafeguardingTeam", null)]
    [InlineData("deputy-dsl", "Head", "Chair")]
    [InlineData("head", "SafeguardingTeam", "Head")]
    [InlineData("trust-or-authority", "SafeguardingTeam,Head", "Chair")]
    [InlineData("unconflicted-alternate", "Head", "Chair")]
    [InlineData("unconflicted-alternate", "Chair", null)]
    [InlineData("lado-number", "Head", null)]
    [InlineData(null, "Head", null)]
    public void Decide_AtAStep_GoesToTheNextDeskThatCan(string? step, string desks, string? expected)
    {
        var raised = RaiseUnopened.Decide(step, desks.Split(','), Facts());

        raised.To?.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Decide_WhenTheNextIsKeptFromIt_PassesThemOver()
    {
        var raised = RaiseUnopened.Decide("head", ["SafeguardingTeam"], Facts(barred: Head));

        raised.To.ShouldBe(Desk.Chair);
    }

    [Fact]
    public void Decide_AtTheFirstStepOfAConcern_WakesTheDeputies() =>
        RaiseUnopened.Decide("deputy-dsl", ["SafeguardingTeam"], Facts()).Tell.ShouldBe([Role.DeputySafeguardingLead]);

    private static RoutingFacts Facts(params Guid[] barred) => new()
    {
        Accused = [new Accused(barred, Desk.SafeguardingTeam, false)],
        Holders = new Dictionary<Desk, IReadOnlySet<Guid>>
        {
            [Desk.SafeguardingTeam] = new HashSet<Guid> { Lead },
            [Desk.Head] = new HashSet<Guid> { Head },
            [Desk.Chair] = new HashSet<Guid> { Chair },
        },
    };
}
