using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid;

namespace Lifeguard.Gateway.Tests.Commands;

public sealed class GateCommandsTests
{
    [Fact]
    public void TheLimits_FollowFromTheSettings()
    {
        var policy = Policy.Read("policy.yml", "policy: 1\nschool: A school\nlowest level: a\nlevels:\n  a: { title: Everybody }\n", out _)!;
        var settings = new SquidSettings { Folder = "/tmp/gate", Pupils = new() { Listen = ["127.0.0.1:3128"] } };
        string Titles(SquidSettings one, NameList? @sealed, GateLimits.Probed probed) => string.Join('\n', GateLimits.Of(one, policy, @sealed, probed).Select(limit => $"{limit.Title} {limit.Words}"));

        var plain = Titles(settings, NameList.Of(["sealed.lifeguard.example"]), new(null, null, null));
        plain.ShouldContain("Lists of illegal material are not here");
        plain.ShouldContain("Pages of https are not read");
        plain.ShouldContain("was not tried");

        var more = Titles(
            settings with { Decryption = new() { Authority = "/tmp/a.pem" }, Gateways = ["127.0.0.1:1344", "127.0.0.2:1344"], SignIn = new(), Staff = new() { Listen = ["127.0.0.1:3129"], WhenGateFails = WhenGateFails.Open } },
            NameList.Of(["really-sealed.net"]), new(true, true, false));
        more.ShouldNotContain("illegal");
        more.ShouldContain("Staff browse unfiltered");
        more.ShouldContain("browsers can go past the gate");
        more.ShouldContain("Firefox will use");
    }
}
