using Lifeguard.Response.Model.Flows;

namespace Lifeguard.Tests.Response;

/// <summary>A faulty file of flows is refused with every fault at once, each with file and line.</summary>
public sealed class FaultyFlowTests
{
    private const string Common = """
        groups: {any: Anything}
        agencies: {police-101: Police}
        roles: {dsl: The safeguarding lead}
        steps: {talk: {text: Talk, who: dsl, due: now}}
        prohibitions: {look: Do not look, delete: Do not delete}
        questions:
          - {question: danger, asks: "Danger?", answers: {"yes": "Yes", "no": "No"}}
        """;

    private const string Right = """
        flow: small
        title: Small
        version: 2026-11-26
        says: When it is small
        sources: [{name: Us, checked: 2026-11-26}]
        always: {urgency: routine, steps: [talk], mustNot: [look]}
        questions:
          - use: danger
          - {question: first, asks: "One?", answers: {"yes": "Yes", "no": "No"}}
          - {question: second, asks: "Two?", answers: {"yes": "Yes", "no": "No"}, only: {first: "yes"}}
        rules:
          - {rule: one, because: "Since one.", when: {second: "yes"}, urgency: immediate, refer: {police-101: now}}
        group: any
        """;

    [Fact]
    public void RightOne_IsTaken() => Read(Right).Find("small")!.Questions.Count.ShouldBe(3);

    [Theory]
    [InlineData("when: {second: \"yes\"}", "when: {third: \"yes\"}", 12, "no question \"third\"")]
    [InlineData("when: {second: \"yes\"}", "when: {second: perhaps}", 12, "\"second\" has no answer \"perhaps\"")]
    [InlineData("only: {first: \"yes\"}", "only: {second: \"yes\"}", 10, "waits for \"second\"")]
    [InlineData("asks: \"One?\", answers: {\"yes\": \"Yes\", \"no\": \"No\"}", "asks: \"One?\", answers: {\"yes\": \"Yes\", \"no\": \"No\"}, only: {second: \"yes\"}", 9, "waits for \"second\"")]
    [InlineData("when: {second: \"yes\"}", "when: {second: \"yes\", first: \"no\"}", 12, "can never hold")]
    [InlineData("refer: {police-101: now}", "refer: {police: now}", 12, "no agency \"police\"")]
    [InlineData("refer: {police-101: now}", "refer: {police-101: soon}", 12, "\"soon\" is no within")]
    [InlineData("refer: {police-101: now}", "steps: [walk]", 12, "no step \"walk\"")]
    [InlineData("refer: {police-101: now}", "tell: {person-said-to-have-harmed: now}", 12, "no role \"person-said-to-have-harmed\" that may be told")]
    [InlineData("refer: {police-101: now}", "mustNot: [breathe]", 12, "no prohibition \"breathe\"")]
    [InlineData("urgency: immediate", "urgency: quickly", 12, "\"quickly\" is no urgency")]
    [InlineData("urgency: immediate", "urgent: immediate", 12, "\"urgent\" is not known here")]
    [InlineData("  - use: danger\n", "", 8, "the first question must be \"danger\"")]
    [InlineData("  - use: danger\n", "  - use: dagger\n", 8, "no shared question \"dagger\"")]
    [InlineData("always: {urgency: routine, steps: [talk], mustNot: [look]}\n", "", 1, "\"always\" is missing")]
    [InlineData("version: 2026-11-26", "version: soon", 3, "\"version\" is not a day")]
    [InlineData("checked: 2026-11-26", "seen: 2026-11-26", 5, "\"seen\" is not known here")]
    [InlineData("group: any", "group: some", 13, "no group \"some\"")]
    [InlineData("steps: [talk]", "steps: [walk]", 6, "no step \"walk\"")]
    [InlineData("group: any", "steps: {own: {text: Own, who: nobody, due: now}}\ngroup: any", 13, "the step \"own\" is done by \"nobody\", who is no role")]
    [InlineData("\ngroup: any", "", 1, "\"group\" is missing")]
    [InlineData("title: Small", "title: [Small", 2, "this is not YAML")]
    public void EachFault_IsSaidWithItsLine(string right, string wrong, int line, string says)
    {
        var refused = Should.Throw<FlowFaultsException>(() => Read(Right.Replace(right, wrong, StringComparison.Ordinal)));

        refused.Faults.ShouldContain(fault => fault.File == "small.yml" && fault.Line == line && fault.Says.Contains(says, StringComparison.Ordinal), refused.Message);
    }

    [Fact]
    public void AllFaults_AreSaidTogether_OfEveryFile()
    {
        var refused = Should.Throw<FlowFaultsException>(() => FlowLibrary.Read(Common, [
            ("one.yml", Right.Replace("police-101: now", "police: now", StringComparison.Ordinal).Replace("steps: [talk]", "steps: [walk]", StringComparison.Ordinal)), ("two.yml", Right)]));

        refused.Message.ShouldContain("one.yml, line 12: no agency \"police\"");
        refused.Message.ShouldContain("no step \"walk\"");
        refused.Message.ShouldContain("two.yml, line 1: the flow \"small\" stands in another file too");
    }

    [Fact]
    public void ADeletionBesideItsProhibition_IsRefused()
    {
        var refused = Should.Throw<FlowFaultsException>(() => FlowLibrary.Read(Common.Replace("steps: {talk", "steps: {delete-it: {text: Delete, who: dsl, due: now}, talk", StringComparison.Ordinal),
            [("small.yml", Right.Replace("refer: {police-101: now}", "steps: [delete-it]", StringComparison.Ordinal))]));

        refused.Faults.ShouldContain(fault => fault.Says.Contains("must lift it", StringComparison.Ordinal));
    }

    /// <summary>Danger to a colleague is asked about in other words than danger to a child, and other help follows.</summary>
    [Fact]
    public void AQuestionInAFlowsOwnWords_LeavesTheSharedRulesBehind()
    {
        const string Rules = "\nrules:\n  - {rule: in-danger, because: \"Danger.\", when: {danger: \"yes\"}, urgency: immediate}";
        const string Own = "  - {question: danger, asks: \"Is anybody?\", answers: {\"yes\": \"Yes\", \"no\": \"No\"}}";

        FlowLibrary.Read(Common + Rules, [("small.yml", Right)]).Find("small")!.Rules.Select(rule => rule.Id).ShouldBe(["in-danger", "one"]);
        FlowLibrary.Read(Common + Rules, [("small.yml", Right.Replace("  - use: danger", Own, StringComparison.Ordinal))]).Find("small")!.Rules.Select(rule => rule.Id).ShouldBe(["one"]);
    }

    private static FlowLibrary Read(string flow) => FlowLibrary.Read(Common, [("small.yml", flow)]);
}
