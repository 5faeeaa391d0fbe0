using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Tests.Incidents.Model;

public sealed class ClosingTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 17, 10, 20, 0, TimeSpan.Zero);

    [Fact]
    public void Close_WhenEverythingStands_CloseIt()
    {
        var incident = Worked();

        incident.Close(Because("support-in-place"), new OpenMatters()).IsDone.ShouldBeTrue();

        incident.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void Close_WhenNothingIsDone_SaysEveryReasonAtOnce()
    {
        var incident = Raised();
        var open = new OpenMatters { Actions = true, TechnicalTasks = true, ParentsUndecided = true, ReferralUndecided = true, SupportUnrecorded = true };

        var codes = Codes(incident.Close(Because("support-in-place", outcome: "", lessons: ""), open));

        codes.ShouldBe(["not-taken-on", "form-not-complete", "not-classified", "referral-decision-missing", "parents-not-decided", "support-missing", "actions-open", "technical-tasks-open", "not-copied", "outcome-missing", "lessons-missing"]);
    }

    [Fact]
    public void Close_WhenNobodyIsSureAboutThePolice_IsRefused()
    {
        var incident = Worked(Form(NeedsPolice.Unsure));

        Codes(incident.Close(Because("support-in-place"), new OpenMatters())).ShouldBe(["police-undecided"]);
    }

    [Theory]
    [InlineData(KnownKeys.NotAConcern)]
    [InlineData(KnownKeys.RecordedElsewhere)]
    public void Close_WhenItNeverBecameAnIncident_AsksForTheReasonAlone(string reason)
    {
        var concern = Raised();
        var open = new OpenMatters { ParentsUndecided = true, ReferralUndecided = true, SupportUnrecorded = true };

        concern.Close(Because(reason, lessons: ""), open).IsDone.ShouldBeTrue();

        concern.IsConcern.ShouldBeTrue();
    }

    [Fact]
    public void Close_WhenPassedOn_NeedsToKnowWhere()
    {
        var concern = Raised();
        var before = concern.Close(Because(KnownKeys.PassedOn), new OpenMatters { ReferralUndecided = true });
        concern.CopyTo("MC-2041");

        var after = concern.Close(Because(KnownKeys.PassedOn), new OpenMatters { ReferralUndecided = true });

        Codes(before).ShouldBe(["not-copied"]);
        after.IsDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Close_WhenDangerOrImageryWasThoughtOf_NeedsTheDecisionAboutAReferralEvenForAFalseAlarm(bool urgent, bool imagery)
    {
        var concern = Raised(urgent, imagery);

        Codes(concern.Close(Because(KnownKeys.NotAConcern), new OpenMatters { ReferralUndecided = true })).ShouldBe(["referral-decision-missing"]);
        concern.Close(Because(KnownKeys.NotAConcern), new OpenMatters()).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Close_WhenAnAdultWasNamed_NeedsTheDecisionEvenForAFalseAlarm()
    {
        var allegation = Raised();
        allegation.Place(new Route(RecordKind.Allegation, Desk.Head, null, new HashSet<Guid>(), TellsAuthority: true));

        Codes(allegation.Close(Because(KnownKeys.NotAConcern), new OpenMatters { ReferralUndecided = true, AuthorityNotTold = true }))
            .ShouldBe(["authority-not-told", "referral-decision-missing"]);
    }

    [Fact]
    public void Close_WhenAFalseAlarmSetThingsGoing_TheyAreEndedFirst()
    {
        var concern = Raised();

        Codes(concern.Close(Because(KnownKeys.NotAConcern), new OpenMatters { Actions = true, TechnicalTasks = true, ReferralWithoutOutcome = true }))
            .ShouldBe(["referral-outcome-missing", "actions-open", "technical-tasks-open"]);
    }

    [Fact]
    public void Close_OfAChildsWelfare_AsksForNoFormAboutAStoryItsReadersDoNotKnow()
    {
        var welfare = Raised();
        welfare.Place(new Route(RecordKind.Welfare, Desk.SafeguardingTeam, null, new HashSet<Guid>(), TellsAuthority: true));
        welfare.TakeOn(Guid.CreateVersion7(At), At);
        welfare.StandAlone();

        var refused = welfare.Close(Because("support-in-place"), new OpenMatters { SupportUnrecorded = true, ReferralUndecided = true });
        var done = welfare.Close(Because("support-in-place"), new OpenMatters());

        Codes(refused).ShouldBe(["referral-decision-missing", "support-missing"]);
        done.IsDone.ShouldBeTrue();
    }

    [Fact]
    public void ClosedRecord_TakesNothingMore()
    {
        var incident = Worked();
        incident.Close(Because("support-in-place"), new OpenMatters());

        string[][] refused =
        [
            Codes(incident.MayBeWorkedOn()), Codes(incident.Complete(Form(NeedsPolice.No), null)), Codes(incident.Classify(["other"], "x", ["content/values"], false)),
            Codes(incident.CopyTo("1")), Codes(incident.StandAlone()), Codes(incident.Close(Because("support-in-place"), new OpenMatters())),
        ];

        refused.ShouldAllBe(codes => codes.SequenceEqual(new[] { "already-closed" }));
        incident.Reopen().IsDone.ShouldBeTrue();
        incident.MayBeWorkedOn().IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Complete_WhenItWasAnAccident_NeverSaysWhatItCouldBeConsideredAs()
    {
        var incident = Raised();

        var refused = incident.Complete(new IncidentForm { Intent = Intent.Accidental, ConsideredAs = ["harassment"] }, null);

        Codes(refused).ShouldBe(["only-when-deliberate"]);
    }

    [Fact]
    public void Classify_WhenImageryWasThoughtOfOnce_KeepsFilesOutForGood()
    {
        var incident = Raised();

        incident.Classify(["nudes-and-semi-nudes"], null, ["conduct/sexual"], imagery: true);
        incident.Classify(["online-gambling"], null, ["content/commercial"], imagery: false);

        incident.Imagery.ShouldBeTrue();
    }

    internal static Incident Raised(bool urgent = false, bool imagery = false)
    {
        var incident = Incident.Raise(Guid.CreateVersion7(At), urgent, imagery, null, At);
        incident.Place(new Route(RecordKind.Concern, Desk.SafeguardingTeam, null, new HashSet<Guid>(), false));
        return incident;
    }

    private static Incident Worked(IncidentForm? form = null)
    {
        var incident = Raised();
        incident.TakeOn(Guid.CreateVersion7(At), At);
        incident.Complete(form ?? Form(NeedsPolice.No), At);
        incident.Classify(["online-bullying"], null, ["contact/aggressive"], imagery: false);
        incident.CopyTo("CP-118");
        return incident;
    }

    private static IncidentForm Form(NeedsPolice police) =>
        new() { Intent = Intent.NotKnown, Place = "at-home", HowFound = "child-told", Equipment = ["own-device"], AnybodyNeedsPolice = police };

    private static Closure Because(string reason, string outcome = "They have made peace.", string lessons = "None.") =>
        new(reason, outcome, lessons, Guid.CreateVersion7(At), "Dalia Sandford", At);

    private static string[] Codes(Outcome outcome) => [.. outcome.Refusals.Select(refusal => refusal.Code)];
}
