using Lifeguard.Access.Model;
using Lifeguard.Incidents.Model;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Tests.Access.Model;

public sealed class RecoveryTests
{
    private static readonly DateTimeOffset Now = FakeClock.FridayAfternoon().GetUtcNow();

    [Theory]
    [InlineData(Role.Administrator, Role.Head, false, true)]
    [InlineData(Role.Head, Role.Administrator, false, true)]
    [InlineData(Role.ActingHead, Role.ChairOfGovernors, false, true)]
    [InlineData(Role.ChairOfGovernors, Role.Head, false, true)]
    [InlineData(Role.Administrator, Role.ChairOfGovernors, false, false)]
    [InlineData(Role.Administrator, Role.Administrator, false, false)]
    [InlineData(Role.Head, Role.ActingHead, false, false)]
    [InlineData(Role.Administrator, Role.Teacher, false, false)]
    [InlineData(Role.Administrator, Role.ChairOfGovernors, true, true)]
    public void TwoPeople_OneOfThemTheHead_UnlessItIsTheHeadWhoAsks(Role first, Role second, bool isHead, bool isConfirmed)
    {
        var recovery = Asked();

        recovery.Confirm(Key(1), "One", [first], isHead, Now).IsDone.ShouldBeTrue();
        recovery.Confirm(Key(2), "Two", [second], isHead, Now).IsDone.ShouldBe(isConfirmed);
    }

    [Fact]
    public void NobodyConfirmsTwice_OrForThemselves_OrTheNextDay()
    {
        var recovery = Asked();

        recovery.Confirm(recovery.IdentityId, "Themselves", [Role.Head], false, Now).IsDone.ShouldBeFalse();
        recovery.Confirm(Key(1), "One", [Role.Head, Role.Administrator], false, Now).IsDone.ShouldBeTrue();
        recovery.Confirm(Key(1), "One", [Role.Head, Role.Administrator], false, Now).IsDone.ShouldBeFalse();
        recovery.Confirm(Key(2), "Two", [Role.Administrator], false, Now.AddDays(1)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public void EveryRoleThatSitsAtADesk_NeedsASecondFactor()
    {
        DeskRoles.All.ShouldAllBe(role => SecondFactorRoles.Includes(role));
    }

    private static Recovery Asked() => new() { Id = Key(9), Org = Key(8), AccountId = Key(7), IdentityId = Key(6), Name = "Somebody", AskedAt = Now };

    private static Guid Key(byte number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
