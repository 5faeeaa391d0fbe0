using System.Net;
using System.Net.Sockets;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Tests.Support;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Tests.Live;

/// <summary>The gateway as it runs, with hostile company. One gateway for all of them.</summary>
public sealed class RunningGateTests : IAsyncLifetime
{
    private RunningGate _gate = null!;

    public async ValueTask InitializeAsync() => _gate = await RunningGate.StartAsync();

    public ValueTask DisposeAsync() => _gate.DisposeAsync();

    [Fact]
    public async Task Services_AnswerAtEachOfTheirNames()
    {
        foreach (var name in new[] { "reqmod", "request", "respmod", "response" })
        {
            var answer = Answered.All(Ask.Bytes(await _gate.AskAsync($"OPTIONS icap://127.0.0.1:1344/{name} ICAP/1.0\r\nHost: h\r\n\r\n"))).ShouldHaveSingleItem();
            answer.Fields["Methods"].ShouldBe(name.StartsWith("req", StringComparison.Ordinal) ? "REQMOD" : "RESPMOD");
            answer.Fields["Preview"].ShouldBe("0");
            answer.Fields["Allow"].ShouldBe("204");
            answer.Fields["Transfer-Preview"].ShouldBe("*");
            answer.Fields["Max-Connections"].ShouldBe("2000");
            answer.Fields["ISTag"].Length.ShouldBeLessThanOrEqualTo(34);
        }
    }

    [Fact]
    public async Task SmallChange_IsThereAtOnce_AndHealthSaysWhatIsWrong()
    {
        (await _gate.AskAsync(Ask.Get("http://games.test/"))).ShouldContain("403");
        await File.WriteAllTextAsync(Path.Combine(_gate.Folder, "overlay.yml"), "overlay: 7\nexceptions:\n  - { open: games.test }\n", TestContext.Current.CancellationToken);
        await RunningGate.UntilAsync(() => _gate.Live.Current!.Filter.Overlay.Version == "7");
        (await _gate.AskAsync(Ask.Get("http://games.test/"))).ShouldStartWith("ICAP/1.0 204");

        await File.WriteAllTextAsync(Path.Combine(_gate.Folder, "overlay.yml"), "overlay: 8\nexceptions:\n  - { open: games.test, for: level secret-name }\n", TestContext.Current.CancellationToken);
        await RunningGate.UntilAsync(() => _gate.Live.Faults.Count > 0);
        var (status, text) = await _gate.HealthAsync();
        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldContain("overlay.yml, line 3");
        text.ShouldContain("\"overlay\": \"7\"");
        // As the site's alarms read it.
        using var health = System.Text.Json.JsonDocument.Parse(text);
        health.RootElement.GetProperty("decides").GetBoolean().ShouldBeTrue();
        health.RootElement.GetProperty("fileFaults")[0].GetString()!.ShouldStartWith("overlay.yml, line 3");
        health.RootElement.GetProperty("listsWait").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        health.RootElement.GetProperty("logIsStuck").GetBoolean().ShouldBeFalse();
        health.RootElement.GetProperty("probes").GetArrayLength().ShouldBe(0);
        _gate.Said.Lines.ShouldNotContain(line => line.Contains("secret-name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lease_NeedsTheKey()
    {
        var lease = new { Address = "10.9.0.1", Account = "somebody", Until = TimeProvider.System.GetUtcNow().AddHours(1) };

        (await _gate.PostAsync("/leases", lease, key: null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await _gate.PostAsync("/leases", lease, key: "wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        (await _gate.PostAsync("/leases", lease, key: RunningGate.Key + "x")).ShouldBe(HttpStatusCode.Unauthorized);
        await _gate.AskAsync(Ask.Get("http://good.test/", "10.9.0.1"));
        (await _gate.PostAsync("/leases", lease)).ShouldBe(HttpStatusCode.NoContent);
        await _gate.AskAsync(Ask.Get("http://good.test/", "10.9.0.1"));
        (await _gate.PostAsync("/leases", lease with { Account = (string?)null! })).ShouldBe(HttpStatusCode.NoContent);
        await _gate.AskAsync(Ask.Get("http://good.test/", "10.9.0.1"));
        (await _gate.PostAsync("/leases", new { Address = "nowhere" })).ShouldBe(HttpStatusCode.BadRequest);
        (await _gate.PostAsync("/leases", new { Address = new string('1', 10_000) })).ShouldBe(HttpStatusCode.BadRequest);
        (await _gate.PostAsync("/sign-in", new { Name = "a", Password = "b" })).ShouldBe(HttpStatusCode.Forbidden);
        (await _gate.PostAsync("/sign-in", new { Name = "a", Password = "b" }, "wrong")).ShouldBe(HttpStatusCode.Unauthorized);

        _gate.Log.Lines.Select(line => line.Split(' ')[1]).ShouldBe(["-", "somebody", "-"]);
    }

    /// <summary>The whole way: Squid says by which connection, and whoever has the key asks what may go on.</summary>
    [Fact]
    public async Task OpenTunnels_AreToldToWhoeverHasTheKey()
    {
        const string Connection = "10.1.0.7 5 10.0.0.1 3128";
        await _gate.AskAsync(Ask.Connect("good.test:443", icap: $"X-Filter-Stage: 2\r\nX-Filter-Sni: good.test\r\nX-Filter-Connection: {Connection}\r\n"));

        (await TunnelsAsync(Connection, key: null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await TunnelsAsync(Connection, key: "wrong")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await TunnelsAsync(Connection)).ShouldBe((HttpStatusCode.OK, $"stays {Connection}\n"));
        (await TunnelsAsync("10.1.0.7 6 10.0.0.1 3128")).ShouldBe((HttpStatusCode.OK, ""));
        (await TunnelsAsync("nonsense")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await TunnelsAsync(string.Join('\n', Enumerable.Repeat(Connection, 20_000)))).Text.Split('\n').Length.ShouldBe(20_001);
        (await TunnelsAsync(new string('1', TunnelQuestion.Longest + 1))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _gate.HealthAsync()).Text.ShouldContain("\"tunnels\": 1,");
        _gate.Live.Hold(null);
        (await TunnelsAsync(Connection)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        async Task<(HttpStatusCode Status, string Text)> TunnelsAsync(string question, string? key = RunningGate.Key)
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_gate.Health, TunnelQuestion.Path)) { Content = new StringContent(question) };
            if (key is not null) request.Headers.Authorization = new("Bearer", key);
            request.Headers.ExpectContinue = question.Length > TunnelQuestion.Longest;
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task WithoutAFilter_HealthIsNotWell()
    {
        _gate.Live.Hold(null);

        (await _gate.HealthAsync()).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await _gate.AskAsync(Ask.Get("http://good.test/", Ask.Staff))).ShouldContain("HTTP/1.1 503");
        (await _gate.HealthAsync("/other")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TenMegabytesOfHead_AreNotRead()
    {
        using var client = await _gate.ConnectAsync();
        var stream = client.GetStream();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var filling = Ask.Bytes("X-Secret: " + new string('x', 60_000));
        var sent = 0;
        try
        {
            await stream.WriteAsync(Ask.Bytes("REQMOD icap://h/reqmod ICAP/1.0\r\n"), TestContext.Current.CancellationToken);
            for (; sent < 10_000_000; sent += filling.Length) await stream.WriteAsync(filling, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Cut off on the way.
        }

        sent.ShouldBeLessThan(10_000_000);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(16_000_000);
        await RunningGate.UntilAsync(() => _gate.Counts.Faults > 0);
        _gate.Said.Lines.ShouldContain(line => line.Contains("HeadTooLong", StringComparison.Ordinal));
        _gate.Said.Lines.ShouldNotContain(line => line.Contains("Secret", StringComparison.Ordinal));
        (await _gate.AskAsync(Ask.Get("http://good.test/"))).ShouldStartWith("ICAP/1.0 204");
    }

    [Fact]
    public async Task WhoeverDripsOrStalls_DoesNotKeepOthersWaiting()
    {
        List<TcpClient> drips = [];
        for (var i = 0; i < 50; i++)
        {
            var drip = await _gate.ConnectAsync();
            await drip.GetStream().WriteAsync(Ask.Bytes("REQMOD ic"), TestContext.Current.CancellationToken);
            drips.Add(drip);
        }

        (await _gate.AskAsync(Ask.Get("http://games.test/"))).ShouldContain("403");
        var last = await RunningGate.AskAsync(drips[0].GetStream(), "a");
        last.ShouldStartWith("ICAP/1.0 408");
        foreach (var drip in drips) drip.Dispose();
        await RunningGate.UntilAsync(() => _gate.Counts.Connections == 0);
    }

    [Fact]
    public async Task WhoeverNeverReads_FillsNoMemory()
    {
        using var client = await _gate.ConnectAsync();
        client.SendTimeout = 500;
        var message = Ask.Bytes(Ask.Get("http://games.test/"));
        client.Client.Blocking = false;
        var sent = 0L;
        for (var idle = 0; idle < 20 && sent < 50_000_000;)
        {
            try
            {
                sent += client.Client.Send(message);
            }
            catch (SocketException full) when (full.SocketErrorCode == SocketError.WouldBlock)
            {
                idle++;
                await Task.Delay(25, TestContext.Current.CancellationToken);
            }
        }

        sent.ShouldBeLessThan(50_000_000);
        (await _gate.AskAsync(Ask.Get("http://good.test/"))).ShouldStartWith("ICAP/1.0 204");
    }

    [Fact]
    public async Task End_WaitsForNoLineThatSquidKeepsOpen()
    {
        using var client = await _gate.ConnectAsync();
        await RunningGate.AskAsync(client.GetStream(), Ask.Get("http://good.test/"));

        // A host waits thirty seconds for whoever does not leave.
        var stopped = _gate.StopAsync();
        (await Task.WhenAny(stopped, Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken))).ShouldBe(stopped);
        (await client.GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task OneConnectionTooMany_IsToldToComeAgain()
    {
        for (var i = 0; i < Limits.Connections - 1; i++) _gate.Counts.Connected();
        (await _gate.AskAsync(Ask.Get("http://good.test/"))).ShouldStartWith("ICAP/1.0 204");
        await RunningGate.UntilAsync(() => _gate.Counts.Connections == Limits.Connections - 1);

        _gate.Counts.Connected();
        (await _gate.AskAsync(Ask.Get("http://good.test/"))).ShouldStartWith("ICAP/1.0 503");
    }

    [Fact]
    public async Task ReloadUnderLoad_NeverDecidesWrongly()
    {
        using var stop = new CancellationTokenSource();
        var wrong = 0;
        var asked = 0;
        var clients = Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            using var client = await _gate.ConnectAsync();
            var stream = client.GetStream();
            while (!stop.IsCancellationRequested)
            {
                // What never changes must never be answered otherwise, whatever is being read beside it.
                var answers = Answered.All(Ask.Bytes(await RunningGate.AskAsync(stream, Ask.Get("http://adult.test/", fields: "Accept: */*\r\n"))));
                if (answers[0].Word != "page 403") Interlocked.Increment(ref wrong);
                answers = Answered.All(Ask.Bytes(await RunningGate.AskAsync(stream, Ask.Get("http://good.test/"))));
                if (answers[0].Word != "204") Interlocked.Increment(ref wrong);
                Interlocked.Add(ref asked, 2);
            }
        })).ToArray();

        for (var i = 1; i <= 20; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(_gate.Folder, "overlay.yml"), $"overlay: {i}\nexceptions:\n  - {{ {(i % 2 == 0 ? "open" : "block")}: other{i}.test }}\n", TestContext.Current.CancellationToken);
            if (i % 5 == 0) SmallGate.WriteLists(Path.Combine(_gate.Folder, "lists.snapshot"), ("adult", $"adult.test\nmore{i}.test\nmixed.test/bad\n"), ("games", "games.test\n"), ("never", "sealed.test\n"));
            _gate.Live.Look();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await Task.WhenAll(clients);
        wrong.ShouldBe(0);
        asked.ShouldBeGreaterThan(100);
    }
}
