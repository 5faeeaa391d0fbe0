using Lifeguard.Response.Model.Flows;

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

        expected.Differences(expected.PlanOf(Flows.Find(flow)!)).ShouldBeEmpty();
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

    [Fact]
    public void EverySettingOfACase_IsOneThatTheFlowOffers() =>
        Cases.All.SelectMany(one => one.Settings.Where(set => Flows.Find(one.Flow)!.Settings.All(setting => setting.Key != set.Key || setting.Values.All(value => value.Id != set.Value))).Select(set => $"{one.Flow}: {set}")).Distinct().ShouldBeEmpty();

    /// <summary>A choice that changes nothing, or that nobody has thought through for a case, is none.</summary>
    [Fact]
    public void EveryChoiceOfASetting_IsShownByACase() =>
        Flows.All.SelectMany(flow => flow.Settings.SelectMany(setting => setting.Values.Where(value => value.Id != setting.Usual)
            .Where(value => Cases.All.All(one => one.Flow != flow.Id || one.Settings.GetValueOrDefault(setting.Key) != value.Id)).Select(value => $"{flow.Id}: {setting.Key} {value.Id}"))).ShouldBeEmpty();
}
