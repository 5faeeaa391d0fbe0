using Lifeguard.Incidents.Model;

namespace Lifeguard.Tests.Incidents.Model;

public sealed class OpenMattersTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 17, 10, 20, 0, TimeSpan.Zero);
    private static readonly Guid Record = Guid.CreateVersion7(At);

    [Theory]
    [InlineData("Pupil", "Harmed", true, true)]
    [InlineData("Pupil", "SaidToHaveDoneIt", true, true)]
    [InlineData("Pupil", "SawIt", false, false)]
    [InlineData("Pupil", "ToldUs", false, false)]
    [InlineData("AdultHere", "Harmed", false, true)]
    [InlineData("AdultHere", "SaidToHaveDoneIt", false, false)]
    [InlineData("Parent", "Harmed", false, false)]
    [InlineData("Unknown", "SaidToHaveDoneIt", false, false)]
    public void WhatIsOwed_FollowsWhoSomebodyIsAndTheirPart(string namedAs, string part, bool parents, bool support)
    {
        var open = OpenMatters.Of(new MattersOnRecord { Involved = [Person(Enum.Parse<NamedAs>(namedAs), Enum.Parse<Part>(part))] });

        open.ParentsUndecided.ShouldBe(parents);
        open.SupportUnrecorded.ShouldBe(support);
    }

    [Fact]
    public void ParentsDecision_CountsForItsOwnChildAlone()
    {
        var (one, two) = (Person(NamedAs.Pupil, Part.Harmed), Person(NamedAs.Pupil, Part.SaidToHaveDoneIt));

        OpenMatters.Of(new MattersOnRecord { Involved = [one, two], Notices = [Told(one)] }).ParentsUndecided.ShouldBeTrue();
        OpenMatters.Of(new MattersOnRecord { Involved = [one, two], Notices = [Told(one), Told(two)] }).ParentsUndecided.ShouldBeFalse();
    }

    [Fact]
    public void ParentsDecision_ThatIsToBeLookedAtAgain_StaysOpenUntilItWas()
    {
        var child = Person(NamedAs.Pupil, Part.Harmed);
        var wait = Waiting(child, new DateOnly(2026, 11, 20));

        OpenMatters.Of(new MattersOnRecord { Involved = [child], Notices = [wait] }).ParentsUndecided.ShouldBeTrue();
        OpenMatters.Of(new MattersOnRecord { Involved = [child], Notices = [wait, Waiting(child, null, At.AddDays(3))] }).ParentsUndecided.ShouldBeFalse();
    }

    [Fact]
    public void SomebodyTakenOff_OwesNothing()
    {
        var child = Person(NamedAs.Pupil, Part.Harmed);
        child.Remove(At);

        var open = OpenMatters.Of(new MattersOnRecord { Involved = [child] });

        (open.ParentsUndecided || open.SupportUnrecorded).ShouldBeFalse();
    }

    [Fact]
    public void ChildOnTheWelfareRecord_IsLookedAfterThereAndNotOnTheAllegation()
    {
        var (harmed, joinedIn) = (Person(NamedAs.Pupil, Part.Harmed), Person(NamedAs.Pupil, Part.SaidToHaveDoneIt));

        var covered = OpenMatters.Of(new MattersOnRecord { Involved = [harmed], LookedAfterElsewhere = new HashSet<Guid> { harmed.Id } });
        var another = OpenMatters.Of(new MattersOnRecord { Involved = [harmed, joinedIn], LookedAfterElsewhere = new HashSet<Guid> { harmed.Id } });

        (covered.ParentsUndecided || covered.SupportUnrecorded).ShouldBeFalse();
        (another.ParentsUndecided && another.SupportUnrecorded).ShouldBeTrue();
    }

    [Fact]
    public void Referral_WithoutAnAnswer_IsOpenAndADecisionNotToReferIsNot()
    {
        OpenMatters.Of(new MattersOnRecord { Involved = [], Referrals = [Refer("social-care")] }).ReferralWithoutOutcome.ShouldBeTrue();
        OpenMatters.Of(new MattersOnRecord { Involved = [], Referrals = [Refer(Referral.Nobody)] }).ReferralWithoutOutcome.ShouldBeFalse();
        OpenMatters.Of(new MattersOnRecord { Involved = [], Referrals = [] }).ReferralUndecided.ShouldBeTrue();
    }

    [Theory]
    [InlineData("waiting", true)]
    [InlineData("returned", true)]
    [InlineData("challenged", true)]
    [InlineData("accepted", false)]
    [InlineData("no-further-action", false)]
    public void Referral_IsSettledByAnAnswerThatLeavesNothingToDo(string result, bool open)
    {
        var referral = Refer("social-care");

        referral.Hear(result, "In words", new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 18), At);

        referral.AwaitsResult.ShouldBe(open);
    }

    [Fact]
    public void PoliceAndAuthority_AreOwedUntilAContactIsRecorded()
    {
        var before = OpenMatters.Of(new MattersOnRecord { Involved = [], Police = NeedsPolice.Yes, TellsAuthority = true, Referrals = [Refer("social-care")] });
        var after = OpenMatters.Of(new MattersOnRecord { Involved = [], Police = NeedsPolice.Yes, TellsAuthority = true, Referrals = [Refer("police-101"), Refer("lado")] });

        (before.PoliceNotTold && before.AuthorityNotTold).ShouldBeTrue();
        (after.PoliceNotTold || after.AuthorityNotTold).ShouldBeFalse();
    }

    private static Involvement Person(NamedAs namedAs, Part part) => Involvement.Of(Record, Record, null, "Somebody", namedAs, part, At);

    private static ParentsNotice Told(Involvement child) => new()
    {
        Id = Guid.CreateVersion7(At),
        Org = Record,
        IncidentId = Record,
        InvolvementId = child.Id,
        Told = true,
        At = At,
        EnteredAt = At,
        ByName = "Dalia Sandford",
    };

    private static ParentsNotice Waiting(Involvement child, DateOnly? lookAgain, DateTimeOffset? entered = null) => new()
    {
        Id = Guid.CreateVersion7(At),
        Org = Record,
        IncidentId = Record,
        InvolvementId = child.Id,
        Told = false,
        ReasonNotYet = "police-asked",
        LookAgainOn = lookAgain,
        At = At,
        EnteredAt = entered ?? At,
        ByName = "Dalia Sandford",
    };

    private static Referral Refer(string agency) => new()
    {
        Id = Guid.CreateVersion7(At),
        Org = Record,
        IncidentId = Record,
        Agency = agency,
        AgencyName = agency,
        What = nameof(ReferralKind.Referral),
        At = At,
        Reasons = "Because",
        ByIdentity = Record,
        ByName = "Dalia Sandford",
    };
}
