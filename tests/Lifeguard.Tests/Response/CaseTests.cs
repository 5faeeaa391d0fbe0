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
    public void EveryRow_IsShownByACase_OrItIsSaidWhyNot()
    {
        var rows = Rows('A', 114, 154).Concat(Rows('B', 102, 186)).Concat(Rows('A', 388, 402)).Concat(Rows('B', 412, 422)).ToList();
        var shown = Cases.All.SelectMany(one => one.Rows).ToHashSet();

        rows.Where(row => !shown.Contains(row) && !Cases.WithoutACase.ContainsKey(row)).ShouldBeEmpty();
        Cases.WithoutACase.Keys.Where(row => shown.Contains(row) || !rows.Contains(row)).ShouldBeEmpty();
        Cases.WithoutACase.Values.ShouldAllBe(why => !string.IsNullOrWhiteSpace(why));
    }

    private static IEnumerable<string> Rows(char list, int first, int last) => Enumerable.Range(first, last - first + 1).Select(number => $"{list}-{number}");

    [Fact]
    public void EveryAnswerOfACase_IsOneThatTheFlowTakes() =>
        Cases.All.SelectMany(one => one.Answers.Where(answer => Flows.Find(one.Flow)!.Find(answer.Key)?.Takes(answer.Value) != true).Select(answer => $"{one.Flow}: {answer}")).Distinct().ShouldBeEmpty();
}
