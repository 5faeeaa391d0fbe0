using System.Globalization;
using System.Text;
using Lifeguard.Gateway.Tests.Lab;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>Every way around of the table, through a real Squid and the gateway, sent byte by byte at both ports: nothing arrives that should not.</summary>
internal static class BypassThroughSquid
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    internal static async Task TryAllAsync(string door)
    {
        await using var gateway = await LabGateway.StartAsync();
        using var lab = new SquidLab([gateway.Port]);
        await lab.StartAsync();
        List<string> wrong = [];

        foreach (var way in Way.All().Where(way => way.Form != "none"))
        {
            if (door == "pupils") await TryAsync(lab, lab.Pupils, "127.0.0.1", way, way.Pupil, wrong);
            else await TryAsync(lab, lab.Staff, LabGateway.StaffAddress, way, way.Staff, wrong);
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static async Task TryAsync(SquidLab lab, int port, string from, Way way, string expected, List<string> wrong)
    {
        lab.Origin.Forget();
        var said = await SendAsync(port, from, way);

        var arrived = lab.Origin.Arrived;
        var hidden = expected.EndsWith('?');
        var each = expected.TrimEnd('?').Split('+');
        // Safe search arrives too, at a safer address.
        var least = each.Count(one => one is "A" or "W");
        var most = hidden ? 1 : each.Count(one => one.Contains('A', StringComparison.Ordinal) || one.Contains('W', StringComparison.Ordinal));
        if (hidden) least = 0;
        var smuggled = arrived.Any(one => one.Contains("hidden", StringComparison.Ordinal) || one.Contains("blocked.test/", StringComparison.Ordinal) && !one.Contains("blocked.test.good.test", StringComparison.Ordinal) && !one.Contains("notblocked", StringComparison.Ordinal));
        var unsafeSearch = each is ["W"] && arrived.Any(one => one.Contains("safe=off", StringComparison.Ordinal) || one.Contains("safe=images", StringComparison.Ordinal) || one.Contains("adlt=off", StringComparison.Ordinal));
        if (arrived.Count < least || arrived.Count > most || smuggled || unsafeSearch)
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{way.Id}: expected {expected}, arrived [{string.Join(", ", arrived)}], said {RawClient.Status(said)}: {way.Why}"));
    }

    private static async Task<string> SendAsync(int port, string from, Way way)
    {
        switch (way.Form)
        {
            case "get": return await RawClient.GetAsync(port, way.Send, Patience, from);
            case "raw": return await RawClient.SayAsync(port, way.Send, Patience, from);
            case "connect":
                var name = way.Name == "=" ? way.Send.Split(':')[0] : way.Name;
                return (await RawClient.TunnelAsync(port, way.Send, name == "-" ? Hello.WithoutName() : Hello.Named(name), Patience, from)).Answer;
            case "tunnel": return (await RawClient.TunnelAsync(port, way.Send, Bytes(way.Name), Patience, from)).Answer;
            case "hello": return (await RawClient.TunnelAsync(port, way.Send, Odd(way.Name), Patience, from)).Answer;
            default: throw new FormatException($"{way.Id}: {way.Form}");
        }
    }

    private static byte[] Bytes(string text) => [.. RawClient.Pieces(text).SelectMany(piece => piece.Bytes)];

    private static byte[] Odd(string text)
    {
        var words = text.Split(' ');
        return words[0] switch
        {
            "split" => Hello.Split(words[1]),
            "long" => Hello.Long(words[1]),
            "two" => Hello.Named(words[1], words[2]),
            "nul" => Hello.Named(Encoding.Latin1.GetString(Bytes(words[1]))),
            "grease" => Hello.Greased(words[1]),
            _ => throw new FormatException(text),
        };
    }
}

/// <summary>The two doors are tried side by side.</summary>
public sealed class BypassThroughPupilsPortTests
{
    [Fact]
    public Task NoWayAround_LeadsThroughSquid() => BypassThroughSquid.TryAllAsync("pupils");
}

public sealed class BypassThroughStaffPortTests
{
    [Fact]
    public Task NoWayAround_LeadsThroughSquid() => BypassThroughSquid.TryAllAsync("staff");
}
