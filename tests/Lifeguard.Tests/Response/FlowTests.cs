using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Reference.Contracts;
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
            var plan = PlanMaker.Make(flow, flow.Questions.ToDictionary(question => question.Id, question => Pick(question, dice)), CaseFacts.None);
            // Compared as booleans: ten thousand walks of thirty flows have no time for described ones.
            var right = plan.Complete && plan.Asked[0].Question == Flow.Danger && plan.Asked.DistinctBy(one => one.Question).Count() == plan.Asked.Count && plan.Steps.Count > 0
                && plan.Steps.All(one => one.Because.Count > 0) && plan.Refer.All(one => one.Because.Count > 0) && plan.Tell.All(one => one.Because.Count > 0) && plan.MustNot.All(one => one.Because.Count > 0);
            if (!right) Assert.Fail($"walk {walk}: {string.Join(", ", plan.Asked)}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void StepByStep_EachQuestionIsAskedOnce_AndThereIsAdviceAtEveryOne(string id)
    {
        var flow = Flows.Find(id)!;
        var dice = new Random(20_261_127);
        for (var walk = 0; walk < Walks / 50; walk++)
        {
            var answers = new Dictionary<string, string>();
            var plan = PlanMaker.Make(flow, answers, CaseFacts.None);
            plan.Next.ShouldBe(Flow.Danger);
            while (plan.Next is { } next)
            {
                var fresh = answers.TryAdd(next, Pick(flow.Find(next)!, dice));
                plan = PlanMaker.Make(flow, answers, CaseFacts.None);
                if (!fresh || plan.Steps.Count == 0) Assert.Fail($"{next} is asked twice, or nothing is advised there");
            }
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
                if (after.Urgency != Urgency.Immediate || after.Urgency > before) after.Urgency.ShouldBe(Urgency.Immediate, danger);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Danger_BringsTheEmergencyServicesBeforeAnythingElse(string id)
    {
        var flow = Flows.Find(id)!;
        foreach (var (danger, agency) in new[] { ("yes", "police-999"), ("ill", "ambulance-999") })
        {
            // Nothing but this is answered yet.
            var plan = PlanMaker.Make(flow, new Dictionary<string, string> { [Flow.Danger] = danger }, CaseFacts.None);

            plan.Refer[0].Within.ShouldBe(Due.Now);
            plan.Refer.ShouldContain(one => one.To == agency && one.Within == Due.Now);
            plan.Steps.ShouldContain(one => one.Id == "ring-999" && one.Due == Due.Now);
        }
    }

    [Theory]
    [InlineData("accidental-access", "told=at-once")]
    [InlineData("illegal-content", "how=accident")]
    public void AnAccidentThatWasTold_IsNeverASanction(string id, string given)
    {
        var flow = Flows.Find(id)!;
        var dice = new Random(23);
        for (var walk = 0; walk < Walks / 50; walk++)
        {
            var answers = flow.Questions.ToDictionary(one => one.Id, one => Pick(one, dice));
            foreach (var one in given.Split(' ')) answers[one.Split('=')[0]] = one.Split('=')[1];
            var plan = PlanMaker.Make(flow, answers, CaseFacts.None);

            plan.MustNot.Any(one => one.Id == "punish").ShouldBeTrue();
            plan.Steps.Any(one => one.Id == "category-proposed").ShouldBeFalse();
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
    [InlineData("nudes", "adult=yes")]
    [InlineData("grooming", "sexual=yes")]
    [InlineData("grooming", "who=works-with-children")]
    [InlineData("allegation", "kind=sexual")]
    [InlineData("illegal-content", "how=adult-elsewhere")]
    [InlineData("illegal-content", "how=staff")]
    [InlineData("general", "whom=child by=adult sexual=yes")]
    [InlineData("general", "whom=child by=works-with-children sexual=yes")]
    [InlineData("sexual-abuse-online", "who=adult-known")]
    [InlineData("sexual-abuse-online", "who=family")]
    [InlineData("adult-contact", "manner=sexual")]
    [InlineData("adult-contact", "manner=camera")]
    [InlineData("adult-contact", "meeting=planned")]
    [InlineData("staff-misuse", "kind=sexual")]
    [InlineData("low-level", "what=sexual")]
    [InlineData("harmful-sexual-behaviour", "harmed=child adult=yes")]
    [InlineData("fraud", "threat=pictures")]
    public void AdultInSexualHarmOfAChild_AlwaysBringsThePolice(string id, string given)
    {
        var flow = Flows.Find(id)!;
        var dice = new Random(11);
        for (var walk = 0; walk < Walks / 10; walk++)
        {
            var answers = flow.Questions.ToDictionary(one => one.Id, one => Pick(one, dice));
            foreach (var one in given.Split(' ')) answers[one.Split('=')[0]] = one.Split('=')[1];
            var plan = PlanMaker.Make(flow, answers, CaseFacts.None);
            plan.Refer.Any(one => one.To.StartsWith("police-", StringComparison.Ordinal) && one.Within == Due.Now).ShouldBeTrue();
            plan.Urgency.ShouldBe(Urgency.Immediate);
        }
    }

    /// <summary>Each question that asks for the part of the person named, and each part that would otherwise be told or given steps.</summary>
    public static TheoryData<string, string, string, string> Named() => [.. Flows.All.SelectMany(flow => flow.Questions.Where(question => question.Takes("head"))
        .SelectMany(question => new[] { ("head", "head"), ("chair", "chair"), ("dsl", "dsl"), ("deputy", "deputy-dsl") }.Where(part => question.Takes(part.Item1)).Select(part => (flow.Id, question.Id, part.Item1, part.Item2))))];

    [Theory]
    [MemberData(nameof(Named))]
    public void WhoeverIsNamed_IsNeitherToldNorGivenAStep(string id, string asks, string part, string role)
    {
        var flow = Flows.Find(id)!;
        var question = flow.Find(asks)!;
        var dice = new Random(13);
        for (var walk = 0; walk < Walks / 50; walk++)
        {
            var answers = flow.Questions.ToDictionary(one => one.Id, one => Pick(one, dice));
            foreach (var (before, values) in question.Only?.Alternatives[0] ?? new Dictionary<string, IReadOnlyList<string>>()) answers[before] = values[0];
            answers[asks] = part;
            var plan = PlanMaker.Make(flow, answers, CaseFacts.None);
            plan.Asked.Any(one => one.Question == asks && one.Answer == part).ShouldBeTrue();
            plan.Tell.Any(one => one.Role == role).ShouldBeFalse();
            plan.Steps.Any(one => one.Who == role).ShouldBeFalse();
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

    [Theory]
    [MemberData(nameof(All))]
    [Requirement("B-113")]
    public void Unsure_OpensAdviceAtEveryQuestion(string id)
    {
        var flow = Flows.Find(id)!;

        flow.Questions.Where(question => !flow.Rules.Any(rule => rule.When.Alternatives.Any(one => one.TryGetValue(question.Id, out var values) && values.Contains(Question.Unsure)))).Select(one => one.Id).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("A-114")]
    public void EveryTypeOfConcern_LeadsToExactlyOneFlow()
    {
        var types = new BuiltInReference(ReferenceData.Read(ReferenceFiles.BuiltIn())).IncidentTypes.Select(type => type.Key);

        Flows.All.SelectMany(flow => flow.Types).ShouldBe(types, ignoreOrder: true);
    }

    /// <summary>A plan's referral is settled by recording whom one spoke to: every agency of a plan is one that can be recorded.</summary>
    [Fact]
    public void EveryAgency_CanBeRecordedAsAReferral()
    {
        var kinds = new BuiltInReference(ReferenceData.Read(ReferenceFiles.BuiltIn())).Choices(ChoiceList.AgencyKinds).Select(kind => kind.Key).ToHashSet();

        Flows.All[0].Vocabulary.Agencies.Keys.Where(agency => !PlanAgencies.KindsOf(agency).Any(kinds.Contains)).ShouldBeEmpty();
    }

    /// <summary>A family that a flow holds back is one whose notice a record then holds.</summary>
    [Fact]
    public void EveryFamilyThatAFlowHolds_IsHeldOnTheRecord()
    {
        var held = Flows.All.SelectMany(flow => flow.Rules).SelectMany(rule => rule.Advice.Tell).Where(tell => tell.Value == Telling.Held).Select(tell => tell.Key).Distinct();

        held.Except(Enum.GetValues<Part>().SelectMany(FamilyHold.RolesOf)).ShouldBeEmpty();
    }

    private static string Pick(Question question, Random dice) => question.Answers[dice.Next(question.Answers.Count)].Id;
}
