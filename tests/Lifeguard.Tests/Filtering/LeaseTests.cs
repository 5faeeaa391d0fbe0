using System.Net;
using Lifeguard.Filtering.Leases;
using Microsoft.AspNetCore.Http;

namespace Lifeguard.Tests.Filtering;

/// <summary>Who sits where, as the site notices it: better nobody than the wrong one.</summary>
public sealed class LeaseTests
{
    private static readonly IPAddress Seat = IPAddress.Parse("10.1.2.3");
    private static readonly Guid One = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Other = new("22222222-2222-2222-2222-222222222222");

    private readonly FakeClock _clock = FakeClock.FridayAfternoon();
    private readonly LeaseKeeper _leases;

    public LeaseTests() => _leases = new LeaseKeeper(_clock);

    [Fact]
    public void SignedIn_IsSaidOnce_AndAgainAfterMinutes()
    {
        for (var page = 0; page < 20; page++) _leases.Seen(Seat, One, One);
        Said().ShouldBe([One]);
        _clock.PassMinutes(4);
        _leases.Seen(Seat, One, One);
        Said().ShouldBe([One]);
    }

    [Fact]
    public void SignedOut_EndsIt_AndTheNextPersonIsKnownAtOnce()
    {
        _leases.Seen(Seat, One, One);
        _leases.Ended(One);
        _leases.Seen(Seat, Other, Other);
        Said().ShouldBe([One, null, Other]);
    }

    [Fact]
    public void TwoAtOneAddress_AreNobody_UntilTheirTimeIsOver()
    {
        _leases.Seen(Seat, One, One);
        _leases.Seen(Seat, Other, Other);
        _leases.Seen(Seat, One, One);
        _leases.Seen(Seat, Other, Other);
        Said().ShouldBe([One, null]);
        _clock.PassMinutes(11);
        _leases.Seen(Seat, Other, Other);
        Said().ShouldBe([Other]);
    }

    [Fact]
    public void AFlood_TakesNoMoreThanItsRoom()
    {
        for (var number = 0; number < 50_000; number++) _leases.Seen(new IPAddress(number), One, One);
        Said().Count.ShouldBeLessThanOrEqualTo(2_000);
    }

    [Theory]
    [InlineData("10.1.2.3", null, false, "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3", null, false, "10.1.2.3")]
    [InlineData("10.1.2.3", "X-Forwarded-For", false, null)]
    [InlineData("10.1.2.3", "Via", false, null)]
    [InlineData("127.0.0.1", null, false, null)]
    [InlineData("127.0.0.1", null, true, "127.0.0.1")]
    public void OnlyAnAddressThatTheSiteSeesItself_Counts(string address, string? header, bool isDemonstration, string? seen)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        if (header is not null) http.Request.Headers[header] = "10.9.9.9";

        NoticeWhoSitsWhere.AddressOf(http, isDemonstration)?.ToString().ShouldBe(seen);
        if (seen is null) NoticeWhoSitsWhere.AddressOf(http, isDemonstration).ShouldBeNull();
    }

    private List<Guid?> Said()
    {
        var said = new List<Guid?>();
        while (_leases.Waiting.TryRead(out var lease)) said.Add(lease.IdentityId);
        return said;
    }
}
