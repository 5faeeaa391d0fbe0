using System.Net.Sockets;
using System.Text;
using Lifeguard.Gateway.Commands.Checks;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Probes;
using Lifeguard.Gateway.Squid;
using Lifeguard.Gateway.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>What once went wrong between Squid and a filter, each as a test against the two as they are now.</summary>
public sealed class TrapTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Squid 5 stands still when a filter reads more than 64 kilobytes of an answer before it answers itself.</summary>
    [Fact]
    public async Task AnAnswerOfAnySize_ComesWhole()
    {
        await using var gateway = await LabGateway.StartAsync();
        using var lab = new SquidLab([gateway.Port]);
        await lab.StartAsync();

        foreach (var length in new[] { 60_000, 70_000, 100_000, 10_000_000 })
        {
            var answer = await RawClient.GetAsync(lab.Pupils, $"http://good.test/large/{length}", Patience);

            answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Length.ShouldBe(length);
        }
    }

    /// <summary>Some servers pack although they were asked not to: what goes to the browser is what they sent, and its words are read.</summary>
    [Fact]
    public async Task APackedPage_IsRead_AndComesAsItWasSent()
    {
        await using var gateway = await LabGateway.StartAsync();
        using var lab = new SquidLab([gateway.Port]);
        await lab.StartAsync();

        var good = await RawClient.GetAsync(lab.Pupils, "http://good.test/packed/plain-words", Patience, LabGateway.ReaderAddress);
        good.ShouldContain("Content-Encoding: gzip");
        good[(good.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].ShouldBe(Encoding.UTF8.GetString(Origin.Packed("plain words")));

        RawClient.Status(await RawClient.GetAsync(lab.Pupils, "http://good.test/packed/free-slots-and-casino", Patience, LabGateway.ReaderAddress)).ShouldBe(403);
        RawClient.Status(await RawClient.GetAsync(lab.Pupils, "http://good.test/packed/free-slots-and-casino", Patience)).ShouldBe(200);
    }

    /// <summary>A filter that asks for a preview of an answer holds up every page that comes slowly.</summary>
    [Fact]
    public async Task TheBeginningOfAPage_IsSentOn_BeforeItsEndIsThere()
    {
        await using var gateway = await LabGateway.StartAsync();
        using var lab = new SquidLab([gateway.Port]);
        await lab.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(System.Net.IPAddress.Loopback, lab.Pupils, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync("GET http://good.test/held HTTP/1.1\r\nHost: good.test\r\nConnection: close\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        using var enough = new CancellationTokenSource(Patience);

        (await PlainWire.ReadHeadAsync(stream, enough.Token)).ShouldStartWith("HTTP/1.1 200");
        var first = new byte[5];
        await stream.ReadExactlyAsync(first, enough.Token);
        Encoding.ASCII.GetString(first).ShouldBe("the o");

        lab.Origin.Release.Release();
        using var rest = new StreamReader(stream);
        (await rest.ReadToEndAsync(enough.Token)).ShouldEndWith("http://good.test/held");
    }

    /// <summary>Squid 5.7 that reads a page and its end at once takes the page for cut off, and closes the browser's connection behind it.</summary>
    [Fact]
    public async Task BehindABlockPage_TheBrowsersConnectionGoesOn()
    {
        await using var gateway = await LabGateway.StartAsync();
        using var lab = new SquidLab([gateway.Port]);
        await lab.StartAsync();

        // Where Squid is kept from reading for a while, as on a busy machine, it does close; so one of ten is enough.
        var goesOn = false;
        for (var tries = 0; tries < 10 && !goesOn; tries++) goesOn = await GoesOnBehindAPageAsync(lab.Pupils);

        goesOn.ShouldBeTrue();
    }

    private static async Task<bool> GoesOnBehindAPageAsync(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(System.Net.IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        using var enough = new CancellationTokenSource(Patience);
        var page = (await AskAsync("blocked.test")).ShouldNotBeNull();
        page.ShouldStartWith("HTTP/1.1 403");
        await PlainWire.ReadBodyAsync(stream, page, enough.Token);
        try
        {
            return (await AskAsync("good.test"))?.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) is true;
        }
        catch (IOException)
        {
            return false;
        }

        async Task<string?> AskAsync(string name)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET http://{name}/ HTTP/1.1\r\nHost: {name}\r\n\r\n"), enough.Token);
            return await PlainWire.ReadHeadAsync(stream, enough.Token);
        }
    }

    /// <summary>Bodies of more than 64 kilobytes come without the offer of "no change" but in a preview.</summary>
    [Fact]
    public async Task AnUploadOfAnySize_GoesWhole()
    {
        await using var gateway = await LabGateway.StartAsync();
        using var lab = new SquidLab([gateway.Port]);
        await lab.StartAsync();

        foreach (var length in new[] { 70_000, 3_000_000 })
        {
            var answer = await RawClient.SayAsync(lab.Pupils, $"POST http://good.test/form HTTP/1.1\\r\\nHost: good.test\\r\\nContent-Length: {length}\\r\\nConnection: close\\r\\n\\r\\n{new string('x', length)}", Patience);

            answer.ShouldContain("the origin answers http://good.test/form");
        }
    }

    /// <summary>"bypass" or "block" at an overload let everything or nothing through; waiting does neither.</summary>
    [Fact]
    public async Task MoreRequestsThanTheFilterTakes_WaitForIt()
    {
        using var icap = new ScriptedIcap();
        using var lab = new SquidLab([icap.Port], change: settings => settings with { Lines = 2 });
        await lab.StartAsync();
        await RawClient.GetAsync(lab.Pupils, "http://good.test/first", Patience);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => RawClient.GetAsync(lab.Pupils, $"http://good.test/{number}", Patience)));

        answers.ShouldAllBe(answer => answer.Contains("the origin answers", StringComparison.Ordinal));
        // Two for requests, two for answers, and one that asks what it can do.
        icap.MostLines.ShouldBeLessThanOrEqualTo(5);
    }

    /// <summary>Who is not signed in is asked to, and nobody else hears of it; helplines ask for nothing. Passwords never reach a website.</summary>
    [Fact]
    public async Task SigningIn_IsAskedBySquid_AndHelplinesDoWithout()
    {
        using var icap = new ScriptedIcap();
        var helper = Path.Combine(Path.GetTempPath(), $"lifeguard-helper-{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}");
        await File.WriteAllTextAsync(helper, "#!/bin/sh\nwhile read -r channel name password; do [ \"$password\" = right ] && echo \"$channel OK\" || echo \"$channel ERR\"; done\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(helper, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            using var lab = new SquidLab([icap.Port], change: settings => settings with { SignIn = new() { Program = helper } });
            await lab.StartAsync();

            RawClient.Status(await RawClient.GetAsync(lab.Pupils, "http://good.test/", Patience)).ShouldBe(407);
            RawClient.Status(await AskAsync(lab, "pupil", "wrong")).ShouldBe(407);
            icap.Shown.ShouldBeEmpty();
            (await RawClient.GetAsync(lab.Pupils, "http://helpline.test/", Patience)).ShouldContain("the origin answers");

            (await AskAsync(lab, "pupil", "right")).ShouldContain("the origin answers http://good.test/");
            PlainWire.Header(icap.Shown[0], "X-Client-Username").ShouldBe("pupil");
            lab.Origin.LastHead.ShouldNotContain("Authorization");

            // The gateway's probes have no name, and the filter is asked about them.
            RawClient.Status(await RawClient.GetAsync(lab.Pupils, "http://adult.lifeguard.example/", Patience)).ShouldNotBe(407);
            icap.Shown.ShouldContain(one => one.Contains("adult.lifeguard.example", StringComparison.Ordinal));

            // The filter check signs in with a test account.
            var (door, page) = (new Uri($"http://127.0.0.1:{lab.Pupils}"), new Uri("http://good.test/"));
            (await AskDoor.AskAsync(door, page, null, TestContext.Current.CancellationToken)).ShouldBe(407);
            (await AskDoor.AskAsync(door, page, new("pupil", "wrong"), TestContext.Current.CancellationToken)).ShouldBe(407);
            (await AskDoor.AskAsync(door, page, new("pupil", "right"), TestContext.Current.CancellationToken)).ShouldBe(200);
        }
        finally
        {
            File.Delete(helper);
        }
    }

    /// <summary>Whoever probes or checks from a network that the door does not know learns nothing of the filter, and is told so; a sealed address is closed for them too.</summary>
    [Fact]
    public async Task ADoorThatDoesNotKnowTheNetwork_IsNoProofOfAFilter()
    {
        using var icap = new ScriptedIcap();
        using var lab = new SquidLab([icap.Port], change: settings => settings with { Pupils = settings.Pupils with { Networks = ["10.20.4.0/22"] } });
        await lab.StartAsync();
        var door = new Uri($"http://127.0.0.1:{lab.Pupils}");
        using var prober = new Prober(new GatewaySettings { Folder = "/nowhere", Probes = [new ProbeSettings("pupils", door, new Uri("http://blocked.test/"), true)] }, TimeProvider.System, NullLogger<Prober>.Instance);

        (await prober.ProbeAsync(TestContext.Current.CancellationToken))[0].Saw.ShouldBe("not let in");
        AskDoor.Seen(await AskDoor.AskAsync(door, new Uri("http://blocked.test/"), null, TestContext.Current.CancellationToken)).ShouldBe("not let in at this door");
        AskDoor.Seen(await AskDoor.AskAsync(door, new Uri("http://sealed.test/"), null, TestContext.Current.CancellationToken)).ShouldBe("blocked");
        icap.Shown.ShouldBeEmpty();
    }

    private static Task<string> AskAsync(SquidLab lab, string name, string password) => RawClient.SayAsync(
        lab.Pupils, $"GET http://good.test/ HTTP/1.1\\r\\nHost: good.test\\r\\nProxy-Authorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{name}:{password}"))}\\r\\nConnection: close\\r\\n\\r\\n", Patience);
}
