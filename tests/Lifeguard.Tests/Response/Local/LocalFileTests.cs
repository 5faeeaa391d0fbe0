using Lifeguard.Response.Model.Cases;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Local;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Tests.Response.Local;

/// <summary>A flow of one's own may say more than ours and never less; whatever is wrong with it is said with its line or its case.</summary>
public sealed class LocalFileTests
{
    private static readonly FlowLibrary Flows = FlowLibrary.BuiltIn();

    public static TheoryData<string> All() => [.. Flows.All.Select(flow => flow.Id)];

    /// <summary>Otherwise the floor would be above the house.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void OurOwnFlows_StandOnTheFloor(string id)
    {
        var own = Flows.EditionOf(id)!;

        LocalFile.Read(own, own.Text).Faults.ShouldBeEmpty();
    }

    /// <summary>What a partnership may choose adds to a plan; the police, danger and what is never done are nobody's choice.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void OurOwnChoices_OnlyAdd(string id)
    {
        var flow = Flows.Find(id)!;
        foreach (var (setting, value) in flow.Settings.SelectMany(setting => setting.Values.Select(value => (setting.Key, value.Id))))
        {
            foreach (var one in SampleCases.BuiltIn.Of(id))
            {
                var usual = PlanMaker.Make(flow, one.Answers, CaseFacts.None);
                var chosen = PlanMaker.Make(flow, one.Answers, CaseFacts.None with { Settings = new Dictionary<string, string> { [setting] = value } });

                (chosen.Urgency <= usual.Urgency).ShouldBeTrue($"{setting} {value}: {one.Says}");
                usual.Refer.Where(refer => !chosen.Refer.Any(own => own.To == refer.To && own.Within <= refer.Within)).ShouldBeEmpty($"{setting} {value}: {one.Says}");
                usual.MustNot.Select(never => never.Id).Except(chosen.MustNot.Select(never => never.Id)).ShouldBeEmpty($"{setting} {value}: {one.Says}");
            }
        }
    }

    [Fact]
    public void GuidanceThatWasRead_IsTheSameText_InWhateverOrderItWasTyped()
    {
        var one = LocalGuidance.None.WithStep("look-again", "x").WithStep("lookalike", "y").WithStep("Look", "z");
        var other = LocalGuidance.None.WithStep("Look", "z").WithStep("lookalike", "y").WithStep("look-again", "x");

        other.Write().ShouldBe(one.Write());
        LocalGuidance.Read(one.Write()).Write().ShouldBe(one.Write());
        LocalGuidance.Read(one.Write()).WithStep("look-again", "x").Write().ShouldBe(one.Write());
    }

    [Theory]
    [InlineData("an adult has a part in it and nobody rings the police", "refer: {police-101: now, childrens-social-care: now}\n    tell: {parents-of-child-harmed: after-advice}", "tell: {parents-of-child-harmed: after-advice}", "A man of 24 asked a girl of 14 for pictures and has some")]
    [InlineData("a rule is not there any more", "{pressure: threat-to-share}\n", "{pressure: threat-to-share, adult: unsure}\n", "“This is extortion. Children have died within hours of such a threat.”")]
    [InlineData("social care hears of it later", "{pressure: unsure}\n    because: \"Pressure cannot be ruled out.\"\n    urgency: same-day\n    refer: {childrens-social-care: same-day", "{pressure: unsure}\n    because: \"Pressure cannot be ruled out.\"\n    urgency: same-day\n    refer: {childrens-social-care: 5-working-days", "Nobody can say whether there was pressure")]
    [InlineData("what is never done may be done", "mustNot: [look, copy, delete, blame, search-phones]", "mustNot: [copy, delete, blame, search-phones]", "Do not look at it, and do not ask to be shown it.")]
    [InlineData("a never is lifted", "always:\n  urgency: same-day\n", "always:\n  lift: [look]\n  urgency: same-day\n", "Do not look at it, and do not ask to be shown it.")]
    [InlineData("a never says something else", "questions:\n  - use: danger", "prohibitions:\n  look: \"Look at it if you must.\"\nquestions:\n  - use: danger", "is a \"never\" of all flows and keeps its words")]
    [InlineData("danger is asked about in words that nothing follows from", "  - use: danger\n", "  - {question: danger, asks: \"Danger?\", answers: {\"yes\": \"Yes\", ill: \"Ill\", \"no\": \"No\"}}\n", "“Is anybody in danger now, or about to go where harm waits?” Yes, somebody is in danger")]
    [InlineData("danger is not the first question", "  - use: danger\n  - question: adult\n    asks: \"Has anybody of 18 or over asked for it, made it, received it, kept it or passed it on?\"\n    answers: {\"yes\": \"Yes\", \"no\": \"No, only children\"}\n", "  - question: adult\n    asks: \"Has anybody of 18 or over asked for it?\"\n    answers: {\"yes\": \"Yes\", \"no\": \"No, only children\"}\n  - use: danger\n", "the first question must be \"danger\"")]
    [InlineData("a choice takes away what holds without it", "when: {adult: \"yes\"}\n", "when: {adult: \"yes\", setting.similar-ages-told: review}\n", "A man of 24 asked a girl of 14 for pictures and has some")]
    [InlineData("a family that is held back is told", "  - use: parents\n", "  - {question: parents, asks: \"Must they wait?\", answers: {tell: \"No\", risk: \"Yes\", implicated: \"In it\", asked: \"Asked\"}}\n", "not held back: Parents or carers of the child who was harmed")]
    [InlineData("another flow", "flow: nudes\n", "flow: bullying\n", "the flow must be called \"nudes\"")]
    public void WhatIsLessThanOurs_IsRefused_WithTheCase(string what, string ours, string theirs, string says)
    {
        var own = Flows.EditionOf("nudes")!;
        own.Text.ShouldContain(ours, customMessage: what);

        var (flow, faults) = LocalFile.Read(own, own.Text.Replace(ours, theirs, StringComparison.Ordinal));

        flow.ShouldBeNull();
        faults.ShouldContain(fault => fault.Says.Contains(says, StringComparison.Ordinal), string.Join("\n", faults));
    }

    [Fact]
    public void MoreThanOurs_IsTaken_AlsoAQuestionOfItsOwn()
    {
        var own = Flows.EditionOf("nudes")!;
        var text = own.Text.Replace("  - use: parents\n", "  - {question: camera, asks: \"Was it filmed on the bus?\", answers: {\"yes\": \"Yes\", \"no\": \"No\"}}\n  - use: parents\n", StringComparison.Ordinal)
            .Replace("  - rule: not-sure\n", "  - rule: bus\n    when: {camera: [\"yes\", unsure]}\n    because: \"The bus company keeps its films for three days.\"\n    refer: {service-provider: same-day}\n  - rule: not-sure\n", StringComparison.Ordinal);

        var (flow, faults) = LocalFile.Read(own, text);

        faults.ShouldBeEmpty();
        flow!.Questions.Count.ShouldBe(own.Flow.Questions.Count + 1);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- - - - - - - - - - - - - - - - - - - - - - - ")]
    public void AFileThatGoesEndlesslyDeep_IsRefused_AndTheSiteStands(string once)
    {
        var (_, faults) = LocalFile.Read(Flows.EditionOf("nudes")!, string.Concat(Enumerable.Repeat(once, LocalFile.Longest / once.Length)));

        faults.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("a: &x [1]\nb: [*x, *x]\nc: *x")]
    [InlineData("a: &x {b: *x}")]
    [InlineData("refer: {[a]: now, [b]: now}")]
    [InlineData("steps: {!!str a: {text: x}, a: {text: y}}\nprohibitions: {\"a\": x, !!str a: y}")]
    [InlineData("questions: [1, [2], {question: [x]}, {answers: 7}, {question: a, answers: {}, only: 3}]\nrules: [{when: [3]}, {rule: x, when: {}}]")]
    [InlineData("--- a\n--- b")]
    [InlineData("%YAML 9.9\n---\na")]
    [InlineData("\t")]
    [InlineData("? [\n? {")]
    public void AnythingElse_IsRefusedInWords(string text) => LocalFile.Read(Flows.EditionOf("nudes")!, text).Faults.ShouldNotBeEmpty();
}
