using System.Net;
using Lifeguard.Gateway.Live;

namespace Lifeguard.Gateway.Tests.Live;

public sealed class LeasesTests
{
    private static readonly IPAddress Desk = IPAddress.Parse("10.1.0.9");
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private readonly Leases _leases = new();

    [Fact]
    public void Lease_HoldsToItsEnd_AndNotAMomentLonger()
    {
        _leases.Put(Desk, "first", Now.AddMinutes(10), Now);

        _leases.At(Desk, Now.AddMinutes(10).AddTicks(-1)).Person.ShouldBe("first");
        _leases.At(Desk, Now.AddMinutes(10)).Person.ShouldBeNull();
        _leases.At(Desk.MapToIPv6(), Now).Person.ShouldBe("first");
    }

    [Fact]
    public void TwoAtOneTime_AreNobody_UntilTheFirstOneWouldHaveEnded()
    {
        _leases.Put(Desk, "first", Now.AddMinutes(10), Now);
        _leases.Put(Desk, "second", Now.AddMinutes(30), Now.AddMinutes(5));

        _leases.At(Desk, Now.AddMinutes(5)).ShouldBe(new Sitting(null, true, Now.AddMinutes(10)));
        _leases.At(Desk, Now.AddMinutes(10)).Person.ShouldBe("second");

        // The first one comes back and sits there again: still two.
        _leases.Put(Desk, "first", Now.AddMinutes(40), Now.AddMinutes(12));
        _leases.At(Desk, Now.AddMinutes(13)).IsShared.ShouldBeTrue();
    }

    [Fact]
    public void SamePersonAgain_IsSure_AndNobodyIsNobody()
    {
        _leases.Put(Desk, "first", Now.AddMinutes(10), Now);
        _leases.Put(Desk, "FIRST", Now.AddMinutes(20), Now.AddMinutes(5));
        _leases.At(Desk, Now.AddMinutes(15)).Person.ShouldBe("FIRST");

        _leases.Put(Desk, null, Now, Now);
        _leases.At(Desk, Now).ShouldBe(new Sitting(null, false, DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Swaps_NeverNameTheWrongOne()
    {
        var random = new Random(1);
        var leases = new Leases();
        var held = new Dictionary<string, DateTimeOffset>();
        var now = Now;
        for (var i = 0; i < 10_000; i++)
        {
            now = now.AddSeconds(random.Next(0, 120));
            var person = $"p{random.Next(3)}";
            var until = now.AddSeconds(random.Next(1, 200));
            leases.Put(Desk, person, until, now);
            held[person] = until;

            var others = held.Where(one => one.Key != person && one.Value > now).ToList();
            var sitting = leases.At(Desk, now);
            if (others.Count > 0) sitting.Person.ShouldBeNull();
            else (sitting.Person is null || sitting.Person == person).ShouldBeTrue();
        }
    }

    [Fact]
    public void Lease_IsNeverLongerThanADay_AndAddressesAreBounded()
    {
        _leases.Put(Desk, "first", DateTimeOffset.MaxValue, Now);
        _leases.At(Desk, Now + Leases.Longest).Person.ShouldBeNull();

        var full = new Leases();
        for (var i = 0; i < Leases.MostAddresses; i++) full.Put(new IPAddress(i + 1), "x", Now.AddHours(1), Now).ShouldBeTrue();
        full.Put(Desk, "y", Now.AddHours(1), Now).ShouldBeFalse();
        full.Put(Desk, "y", Now.AddHours(3), Now.AddHours(2)).ShouldBeTrue();
    }
}
