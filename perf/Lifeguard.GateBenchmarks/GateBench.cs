using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Lifeguard.Filtering.Engine.Content;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.GateBenchmarks;

/// <summary>The gateway beside e2guardian, squidGuard and the ceiling of any ICAP service, alone and behind Squid: goals 4, 5, 7, 8 and 9.</summary>
internal static partial class GateBench
{
    private const int Ours = 11345;
    private const int Theirs = 11344;
    private const int Ceiling = 11999;
    private const int Proxy = 13128;

    public static async Task<int> RunAsync(Place place, bool isShort)
    {
        await Task.Yield();
        var seconds = isShort ? 2 : 5;
        var pairs = isShort ? 1 : 3;
        var ring = Path.Combine(place.Work, "ring");
        var folder = Folder(place);
        Noise.Say();

        using var origin = new Running("nginx", ["-c", Path.Combine(ring, "nginx.conf")]);
        using var names = new Running("unbound", ["-d", "-c", Path.Combine(ring, "unbound.conf")]);
        await origin.ListensAsync(18080);

        Console.WriteLine("\n== Start and memory (4, 5)");
        var (gate, starts) = await StartGatewayAsync(place, folder);
        using var ours = gate;
        var (e2, theirStart) = await StartE2Async(ring, "full");
        using var ceiling = new Running(Path.Combine(place.Tools, "icap204"), [$"{Ceiling}"]);
        await ceiling.ListensAsync(Ceiling);
        Figures.Row("start to the first open port, compiled lists", [starts], [theirStart], "s", "0.05", lessIsBetter: true);
        Figures.Row("memory with 5 million entries", [ours.Resident], [e2.Resident], "MiB", "1.3", lessIsBetter: true);

        Console.WriteLine("\n== ICAP REQMOD alone (7)");

        // A gateway runs for weeks; in its first seconds the runtime still compiles.
        Icap(place, Ours, 16, 8, 0);
        foreach (var connections in new[] { 16, 1 })
        {
            var (a, b, c) = (new List<Load>(), new List<Load>(), new List<Load>());
            for (var pair = 0; pair < pairs; pair++)
            {
                b.Add(Icap(place, Theirs, connections, seconds, pair));
                a.Add(Icap(place, Ours, connections, seconds, pair));
                c.Add(Icap(place, Ceiling, connections, seconds, pair));
            }

            Figures.Row($"{connections} connections, against e2guardian", Rates(a), Rates(b), "/s", connections == 16 ? "3" : "-");
            Figures.Row($"{connections} connections, against icap204", Rates(a), Rates(c), "/s", connections == 16 ? "0.3" : "-");
            Figures.Row($"{connections} connections, p99 against e2guardian", a.ConvertAll(one => one.P99), b.ConvertAll(one => one.P99), "us", "0.5", lessIsBetter: true);
            Figures.Row($"{connections} connections, p50 against icap204", a.ConvertAll(one => one.P50), c.ConvertAll(one => one.P50), "us", connections == 1 ? "1.5" : "-", lessIsBetter: true);
            Console.WriteLine($"  blocked: ours {a[0].Blocked:N2} %, e2guardian {b[0].Blocked:N2} % (30.03 is what the lists say); errors: ours {a.Sum(one => one.Errors)}");
        }

        Console.WriteLine("\n== Through Squid (8)");
        foreach (var connections in new[] { 16, 1 })
        {
            var runs = new Dictionary<string, List<Load>>();
            for (var pair = 0; pair < pairs; pair++)
            {
                foreach (var kind in new[] { "icap204", "ours", "squidguard", "e2" })
                {
                    using var squid = new Running("squid", ["-N", "-n", "lifeguardbench", "-f", Path.Combine(ring, "squid", kind + ".conf")]);
                    await squid.ListensAsync(Proxy);
                    (runs.TryGetValue(kind, out var list) ? list : runs[kind] = []).Add(Through(place, Path.Combine(place.Data, "warm.txt"), connections, seconds, pair));
                }
            }

            foreach (var (kind, goal) in new[] { ("icap204", "0.93"), ("squidguard", "1.0"), ("e2", "1.8") })
            {
                Figures.Row($"{connections} connections, Squid with ours against Squid with {kind}", Rates(runs["ours"]), Rates(runs[kind]), "/s", connections == 16 ? goal : "-");
            }

            var added = Figures.Of(runs["ours"].Select(one => one.P50)) - Figures.Of(runs["icap204"].Select(one => one.P50));
            Figures.Row($"{connections} connections, added at p50 over Squid with icap204", added, "us", connections == 1 ? "50" : "-");
            Console.WriteLine($"  blocked: ours {runs["ours"][0].Blocked:N2} %, errors {runs["ours"].Sum(one => one.Errors)}; e2guardian's errors {runs["e2"].Sum(one => one.Errors)}");
        }

        // icap204 blocks nothing, so it is also compared where nothing is blocked.
        var passing = new Dictionary<string, List<Load>>();
        for (var pair = 0; pair < pairs; pair++)
        {
            foreach (var kind in new[] { "icap204", "ours", "e2" })
            {
                using var squid = new Running("squid", ["-N", "-n", "lifeguardbench", "-f", Path.Combine(ring, "squid", kind + ".conf")]);
                await squid.ListensAsync(Proxy);
                (passing.TryGetValue(kind, out var list) ? list : passing[kind] = []).Add(Through(place, Path.Combine(ring, "clean.txt"), 16, seconds, pair: -1));
            }
        }

        Figures.Row("16 connections, all pages pass, against Squid with icap204", Rates(passing["ours"]), Rates(passing["icap204"]), "/s", "0.93");
        Figures.Row("16 connections, all pages pass, against Squid with e2", Rates(passing["ours"]), Rates(passing["e2"]), "/s", "1.8");
        Console.WriteLine($"  errors: ours {passing["ours"].Sum(one => one.Errors)}; e2guardian's {passing["e2"].Sum(one => one.Errors)}");

        e2.Dispose();
        Console.WriteLine("\n== Words of a page by ICAP RESPMOD (9)");
        var (scan, _) = await StartE2Async(ring, "scan");
        var pages = Directory.GetFiles(Path.Combine(place.Work, "pages"), "*.html").Order(StringComparer.Ordinal).ToArray();
        var (mine, others) = (new List<Load>(), new List<Load>());
        for (var pair = 0; pair < pairs; pair++)
        {
            others.Add(Pages(place, ring, Theirs, "X-ICAP-E2G:-,G,0,0,0,", seconds, pages));
            mine.Add(Pages(place, ring, Ours, null, seconds, pages));
        }

        scan.Dispose();
        Figures.Row("pages of 100 kB, one connection, against e2guardian", mine.ConvertAll(one => one.Megabytes), others.ConvertAll(one => one.Megabytes), "MB/s", "20");
        Figures.Row("p99 of such a page", Figures.Of(mine.Select(one => one.P99)) / 1000, "ms", "3");
        Noise.Say();
        return 0;
    }

    private static List<double> Rates(List<Load> runs) => runs.ConvertAll(one => one.Rate);

    /// <summary>The gate's folder, with e2guardian's own phrases beside the policy.</summary>
    private static string Folder(Place place)
    {
        var folder = Path.Combine(place.Work, "gate-folder");
        Directory.CreateDirectory(folder);
        var snapshot = Path.Combine(place.Work, "full.snapshot");
        if (!File.Exists(snapshot)) Peers.Run(Path.Combine(place.Cli, "Lifeguard.Cli"), $"filter compile --lists '{Path.Combine(place.Data, "full")}' --out '{snapshot}'");
        File.Copy(snapshot, Path.Combine(folder, "lists.snapshot"), overwrite: true);

        // Two lines of the lists are broken; e2guardian takes them as it finds them, ours names them and wants them gone.
        var phrases = string.Join('\n', ScanBench.Files().Select(file => File.ReadAllText(file, Encoding.Latin1))).Split('\n');
        foreach (var (line, _) in new PhraseSetBuilder().Add("phrases.txt", string.Join('\n', phrases))) phrases[line - 1] = "";
        File.WriteAllLines(Path.Combine(folder, "phrases.txt"), phrases);
        var lists = FilterSnapshot.Open(snapshot, out var fault) ?? throw new InvalidOperationException(fault);
        File.WriteAllText(Path.Combine(folder, "policy.yml"), OurFilter.PolicyText(lists.Lists.Select(list => list.Name), "phrases.txt", TimeProvider.System.GetUtcNow().Hour));
        return folder;
    }

    private static async Task<(Running, double)> StartGatewayAsync(Place place, string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var gateway = new Running(Path.Combine(place.Gateway, "Lifeguard.Gateway"), ["serve", $"--Gateway:Folder={folder}", $"--Gateway:Icap=127.0.0.1:{Ours}", "--Gateway:Health=127.0.0.1:11346"]);
        await gateway.ListensAsync(Ours);
        return (gateway, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task<(Running, double)> StartE2Async(string ring, string kind)
    {
        File.Delete(Path.Combine(ring, "e2", "e2.pid"));
        var started = Stopwatch.GetTimestamp();
        var e2 = new Running("e2guardian", ["-c", Path.Combine(ring, "e2", kind, "e2guardian.conf")]);
        await e2.ListensAsync(Theirs);
        return (e2, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static Load Icap(Place place, int port, int connections, int seconds, int pair) =>
        Load.Run(place, ["reqmod", $"127.0.0.1:{port}/request", Path.Combine(place.Data, "warm.txt"), $"{connections}", $"{seconds}"], ("START", $"{(pair + 1) * 200_000}"));

    private static Load Through(Place place, string addresses, int connections, int seconds, int pair) =>
        Load.Run(place, ["proxy", $"127.0.0.1:{Proxy}", addresses, $"{connections}", $"{seconds}"], ("START", $"{(pair + 1) * 200_000}"));

    private static Load Pages(Place place, string ring, int port, string? header, int seconds, string[] pages) =>
        Load.Run(place, ["respmod", $"127.0.0.1:{port}/response", Path.Combine(ring, "clean.txt"), "1", $"{seconds}", .. pages], ("HDR", header));

    /// <summary>What the load client said.</summary>
    private sealed partial record Load(double Rate, double Blocked, long Errors, double Megabytes, double P50, double P99)
    {
        public static Load Run(Place place, string[] arguments, (string Name, string? Value) setting)
        {
            var start = new ProcessStartInfo(Path.Combine(place.Tools, "load"), arguments) { RedirectStandardOutput = true };
            if (setting.Value is not null) start.Environment[setting.Name] = setting.Value;
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var match = Said().Match(said);
            if (!match.Success) throw new InvalidOperationException($"The load client said: {said}");
            double Number(int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
            return new Load(Number(1), Number(2), (long)Number(3), Number(4), Number(5), Number(6));
        }

        [GeneratedRegex(@"requests ([\d.]+) /s, blocked ([\d.]+) %, errors (\d+), ([\d.]+) MB/s, us p50 (\d+) p95 \d+ p99 (\d+)")]
        private static partial Regex Said();
    }

    /// <summary>A program that is ended when it is no longer needed, by its own number.</summary>
    private sealed class Running : IDisposable
    {
        private readonly Process _process;

        public Running(string program, IEnumerable<string> arguments)
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            start.Environment["PATH"] += ":/usr/sbin";
            _process = Process.Start(start)!;
            _process.OutputDataReceived += (_, _) => { };
            _process.ErrorDataReceived += (_, _) => { };
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        public double Resident => Peers.ResidentOf(_process.Id);

        public async Task ListensAsync(int port)
        {
            for (var tries = 0; tries < 6000; tries++)
            {
                if (_process.HasExited) throw new InvalidOperationException($"{_process.StartInfo.FileName} ended with {_process.ExitCode} before it listened.");
                try
                {
                    using var client = new TcpClient();
                    await client.ConnectAsync("127.0.0.1", port);
                    return;
                }
                catch (SocketException)
                {
                    await Task.Delay(10);
                }
            }

            throw new InvalidOperationException($"Nothing listens on {port} after a minute.");
        }

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                Process.Start("kill", [$"{_process.Id}"]).WaitForExit();
                if (!_process.WaitForExit(5000)) _process.Kill();
                _process.WaitForExit();
            }

            _process.Dispose();
        }
    }
}
