using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Duties.Model;
using Lifeguard.Reference.Contracts;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Duties.Escalation;

public sealed class ChainTests
{
    private static readonly EscalationChains Chains = DutiesFiles.BuiltIn().Chains;

    public static TheoryData<string, string> Steps => [.. CaseTable.Read("escalation.csv").Select(row => (row["case"], row["step"]))];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Step_OfTheCaseTable_FallsDueWhenTheTableSays(string name, string step)
    {
        var row = CaseTable.Read("escalation.csv").Single(one => one["case"] == name && one["step"] == step);
        var chain = Chains.Find(row["chain"])!;
        var next = chain.Steps[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture) - 1];

        var at = EscalationChains.DueAt(chain.Clock, next.Minutes, CaseTable.Instant(row["opened"]), Calendars.School(Nation.England));

        next.Desk.ShouldBe(row["desk"]);
        at.ShouldBe(CaseTable.Instant(row["at"]));
    }

    [Fact]
    public void Chains_WithSeveralFaults_NameThemAllTogether()
    {
        const string wrong = """
            { "source": "test", "checkedOn": "2026-11-20",
              "desks": [ { "key": "dsl", "label": "DSL", "roles": [] } ],
              "chains": [
                { "key": "a", "clock": "always", "longest": 60, "steps": [ { "desk": "nobody", "minutes": 15 } ] },
                { "key": "b", "clock": "always", "longest": 60, "steps": [ { "desk": "dsl", "minutes": 30 }, { "desk": "dsl", "minutes": 20 } ] } ] }
            """;

        var fault = Should.Throw<DutiesFaultsException>(() => DutiesFiles.Read("""{ "entries": [] }""", wrong));

        fault.Faults.ShouldBe(["escalation-chains.json: a: no desk 'nobody'", "escalation-chains.json: b: each step comes later than the one before"]);
    }

    [Theory]
    [InlineData("urgent-concern", new[] { 10, 20, 30 }, true)]
    [InlineData("urgent-concern", new[] { 10, 20 }, false)]
    [InlineData("urgent-concern", new[] { 0, 20, 30 }, false)]
    [InlineData("urgent-concern", new[] { 15, 15, 30 }, false)]
    [InlineData("urgent-concern", new[] { 15, 30, 600 }, false)]
    public void MinutesOfASchool_MustKeepTheChainWorking(string chain, int[] minutes, bool fit) =>
        (EscalationFile.FaultOf(Chains.Find(chain)!, minutes) is null).ShouldBe(fit);
}
