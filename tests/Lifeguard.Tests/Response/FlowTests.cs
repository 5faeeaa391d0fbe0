using Lifeguard.Reference.Model;
using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Tests.Response;

/// <summary>What holds for every flow and every way through it, whatever its file says.</summary>
public sealed class FlowTests
{
    private const int Walks = 10_000;

    private static readonly FlowLibrary Flows = FlowLibrary.BuiltIn();

    public static TheoryData<string> All() => [.. Flows.All.Select(flow => flow.Id)];

    [Theory]
    [MemberData(nameof(All))]
    public void RandomWalks_AskAboutDangerFirst_EndInAdvice_AndSayWhy(string id)
    {
        var flow = Flows.Find(id)!;
        var dice = new Random(20_261_126);
        for (var walk = 0; walk < Walks; walk++)
        {
            var answers = new Dictionary<string, string>();
            var plan = PlanMaker.Make(flow, answers, CaseFacts.None);
            plan.Next.ShouldBe(Flow.Danger);
            while (plan.Next is { } next)
            {
                answers.ShouldNotContainKey(next);
                answers[next] = Pick(flow.Find(next)!, dice);
                plan = PlanMaker.Make(flow, answers, CaseFacts.None);
                plan.Steps.ShouldNotBeEmpty();
            }

            plan.Complete.ShouldBeTrue();
            plan.Steps.Select(one => one.Because.Count).Concat(plan.Refer.Select(one => one.Because.Count)).Concat(plan.Tell.Select(one => one.Because.Count)).Concat(plan.MustNot.Select(one => one.Because.Count)).ShouldAllBe(count => count > 0);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EveryPath_EndsInAdvice(string id)
    {
        var flow = Flows.Find(id)!;
        // Only answers that another question waits for change the path; the others are taken one after the other.
        var deciding = flow.Questions.Where(question => question.Only is not null).SelectMany(question => question.Only!.Alternatives).SelectMany(one => one.Keys).ToHashSet();
        var paths = new HashSet<string>();
        Follow([]);

        paths.ShouldNotBeEmpty();

        void Follow(Dictionary<string, string> answers)
        {
            var plan = PlanMaker.Make(flow, answers, CaseFacts.None);
            if (plan.Next is not { } next)
            {
                plan.Steps.Count.ShouldBeGreaterThan(2);
                plan.MustNot.ShouldNotBeEmpty();
                paths.Add(string.Join(' ', plan.Asked.Select(one => one.Question)));
                return;
            }

            var question = flow.Find(next)!;
            foreach (var answer in deciding.Contains(next) ? question.Answers : [.. question.Answers.Take(1)]) Follow(new Dictionary<string, string>(answers) { [next] = answer.Id });
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Danger_NeverLowersUrgency(string id)
    {
        var flow = Flows.Find(id)!;
        var dice = new Random(7);
        for (var walk = 0; walk < Walks / 10; walk++)
        {
            var answers = flow.Questions.ToDictionary(question => question.Id, question => Pick(question, dice));
            answers[Flow.Danger] = "no";
            var before = PlanMaker.Make(flow, answers, CaseFacts.None).Urgency;
            foreach (var danger in (string[])["yes", "ill", Question.Unsure])
            {
                answers[Flow.Danger] = danger;
                var after = PlanMaker.Make(flow, answers, CaseFacts.None);
                after.Urgency.ShouldBe(Urgency.Immediate);
                (after.Urgency <= before).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Unsure_IsAlwaysAnAnswer_AndNeverCalmer(string id)
    {
        var flow = Flows.Find(id)!;
        flow.Questions.ShouldAllBe(question => question.Takes(Question.Unsure));
        var calm = flow.Questions.ToDictionary(question => question.Id, question => question.Takes("no") ? "no" : question.Answers[0].Id);
        var usual = PlanMaker.Make(flow, calm, CaseFacts.None);
        foreach (var question in flow.Questions.Where(one => one.Takes("no")))
        {
            var unsure = PlanMaker.Make(flow, new Dictionary<string, string>(calm) { [question.Id] = Question.Unsure }, CaseFacts.None);
            (unsure.Urgency <= usual.Urgency).ShouldBeTrue(question.Id);
        }
    }

    [Theory]
    [InlineData("nudes", "adult", "yes")]
    [InlineData("grooming", "sexual", "yes")]
    [InlineData("grooming", "who", "works-with-children")]
    [InlineData("allegation", "kind", "sexual")]
    [InlineData("illegal-content", "how", "adult-elsewhere")]
    [InlineData("illegal-content", "how", "staff")]
    public void AdultInSexualHarmOfAChild_AlwaysBringsThePolice(string id, string question, string answer)
    {
        var flow = Flows.Find(id)!;
        var dice = new Random(11);
        for (var walk = 0; walk < Walks / 10; walk++)
        {
            var answers = flow.Questions.ToDictionary(one => one.Id, one => Pick(one, dice));
            answers[question] = answer;
            var plan = PlanMaker.Make(flow, answers, CaseFacts.None);
            plan.Refer.ShouldContain(one => one.To.StartsWith("police-", StringComparison.Ordinal) && one.Within == Due.Now);
            plan.Urgency.ShouldBe(Urgency.Immediate);
        }
    }

    [Theory]
    [InlineData("head", "head")]
    [InlineData("chair", "chair")]
    [InlineData("dsl", "dsl")]
    [InlineData("deputy", "deputy-dsl")]
    public void WhoeverIsNamed_IsNeitherToldNorGivenAStep(string about, string role)
    {
        var flow = Flows.Find("allegation")!;
        var dice = new Random(13);
        for (var walk = 0; walk < Walks / 10; walk++)
        {
            var answers = flow.Questions.ToDictionary(one => one.Id, one => Pick(one, dice));
            answers["about"] = about;
            var plan = PlanMaker.Make(flow, answers, CaseFacts.None);
            plan.Tell.ShouldNotContain(one => one.Role == role);
            plan.Steps.ShouldNotContain(one => one.Who == role);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void DeleteAndKeep_NeverStandTogether(string id)
    {
        var flow = Flows.Find(id)!;
        var dice = new Random(17);
        for (var walk = 0; walk < Walks / 10; walk++)
        {
            var plan = PlanMaker.Make(flow, flow.Questions.ToDictionary(one => one.Id, one => Pick(one, dice)), CaseFacts.None);
            (plan.Steps.Any(one => one.Id.StartsWith("delete", StringComparison.Ordinal)) && plan.MustNot.Any(one => one.Id == "delete")).ShouldBeFalse();
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void SameAnswers_GiveTheSamePlan_AndAChangedAnswerTakesItsConsequencesAlong(string id)
    {
        var flow = Flows.Find(id)!;
        var dice = new Random(19);
        var answers = flow.Questions.ToDictionary(one => one.Id, one => Pick(one, dice));
        var first = PlanJson.Write(PlanMaker.Make(flow, answers, CaseFacts.None));
        var was = answers[Flow.Danger];

        answers[Flow.Danger] = was == "yes" ? "no" : "yes";
        var changed = PlanJson.Write(PlanMaker.Make(flow, answers, CaseFacts.None));
        answers[Flow.Danger] = was;

        changed.ShouldNotBe(first);
        PlanJson.Write(PlanMaker.Make(flow, answers, CaseFacts.None)).ShouldBe(first);
    }

    [Fact]
    public void EveryType_IsOneThatThereIs()
    {
        var types = new BuiltInReference(ReferenceData.Read(ReferenceFiles.BuiltIn()));

        Flows.All.SelectMany(flow => flow.Types.Where(type => types.IncidentType(type) is null)).ShouldBeEmpty();
    }

    private static string Pick(Question question, Random dice) => question.Answers[dice.Next(question.Answers.Count)].Id;
}
