using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Tests.Response;

/// <summary>What a safeguarding lead would do, case by case, against what the flows say.</summary>
public sealed class CaseTests
{
    private static readonly FlowLibrary Flows = FlowLibrary.BuiltIn();

    public static TheoryData<string, string> All() => [.. Cases.All.Select(one => (one.Flow, one.Says))];

    [Fact]
    public void ThereAreAHundredAndTwenty_EachSaidOnce()
    {
        Cases.All.Count.ShouldBeGreaterThanOrEqualTo(120);
        Cases.All.Select(one => one.Says).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Case_IsAnsweredAsASafeguardingLeadWould(string flow, string says)
    {
        var expected = Cases.All.Single(one => one.Flow == flow && one.Says == says);

        expected.Differences(PlanMaker.Make(Flows.Find(flow)!, expected.Answers, CaseFacts.None)).ShouldBeEmpty();
    }

    [Fact]
    public void EveryAnswerOfACase_IsOneThatTheFlowTakes() =>
        Cases.All.SelectMany(one => one.Answers.Where(answer => Flows.Find(one.Flow)!.Find(answer.Key)?.Takes(answer.Value) != true).Select(answer => $"{one.Flow}: {answer}")).Distinct().ShouldBeEmpty();
}
