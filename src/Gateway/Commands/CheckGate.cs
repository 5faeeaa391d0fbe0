using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lifeguard.Gateway.Squid;

namespace Lifeguard.Gateway.Commands;

/// <summary>
/// <c>gate check</c>: the filter check. Asks through each door for an address of each kind, from where it runs, and writes down what came of it.
/// Where and with which device it was run is for whoever runs it to say; run it in every place.
/// </summary>
/// <param name="ask">Asks for an address through a proxy and answers with the status; null where no answer came.</param>
/// <param name="running">What the gateway that answers says that it holds, as "policy X, lists Y"; null where it does not say.</param>
internal sealed class CheckGate(Func<Uri, Uri, CancellationToken, Task<int?>> ask, Func<CancellationToken, Task<string?>> running, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>One question and its answer.</summary>
    public sealed record Finding(string Kind, string Door, string Address, string Expected, string Seen, int? Status, bool IsRight);

    /// <summary>What is kept as evidence.</summary>
    public sealed record Evidence(DateTimeOffset At, string Place, string Device, string Group, string Machine, string Configuration, string? Running, IReadOnlyList<Finding> Findings)
    {
        /// <summary>Another gate may stand behind the port: what it answered is no evidence of the configuration in this folder.</summary>
        public bool IsOfThisConfiguration => Running is null || Running == Configuration;

        public bool IsRight => IsOfThisConfiguration && Findings.Count > 0 && Findings.All(finding => finding.IsRight);
    }

    /// <param name="doors">As <c>pupils=http://10.20.0.1:3128</c>, apart by a semicolon; null for those of the gate's own settings.</param>
    /// <returns>0 when all was as it must be, 1 when something was not, 2 when nothing could be asked.</returns>
    public async Task<int> RunAsync(string folder, string? doors, string place, string device, string group, string? into, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (Read(Path.Combine(folder, "check.tsv"), error) is not { Count: > 0 } questions) return 2;
        if (Doors(folder, doors, error) is not { Count: > 0 } asked) return 2;

        List<Finding> findings = [];
        foreach (var (door, proxy) in asked)
        {
            foreach (var (kind, address, expected) in questions)
            {
                var status = await ask(proxy, address, stop);
                var seen = Seen(status);
                // No answer at all is not proof of a block: the door may be shut for another reason.
                findings.Add(new Finding(kind, door, address.ToString(), expected, seen, status, expected == "blocked" ? seen == "blocked" : seen == "open"));
            }
        }

        var evidence = new Evidence(clock.GetUtcNow(), place, device, group, Environment.MachineName, ConfigurationOf(folder), await running(stop), findings);
        var text = Text(evidence);
        await output.WriteAsync(text);
        if (into is not null)
        {
            Directory.CreateDirectory(into);
            var name = Path.Combine(into, $"filter-check-{evidence.At.UtcDateTime.ToString("yyyy-MM-dd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            await File.WriteAllTextAsync($"{name}.json", JsonSerializer.Serialize(evidence, Json), stop);
            await File.WriteAllTextAsync($"{name}.txt", text, stop);
            await output.WriteLineAsync($"Kept as {name}.json and {name}.txt");
        }

        return evidence.IsRight ? 0 : 1;
    }

    /// <summary>Asks as a browser would. Redirects are not followed: each hop would be judged by itself.</summary>
    public static async Task<int?> AskAsync(Uri proxy, Uri address, CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy(proxy), UseProxy = true, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop);
            return (int)answer.StatusCode;
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Asks a gateway's second door what it holds.</summary>
    public static async Task<string?> RunningAsync(Uri health, CancellationToken stop)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            await using var answer = await client.GetStreamAsync(new Uri(health, "/health"), stop);
            using var said = await JsonDocument.ParseAsync(answer, cancellationToken: stop);
            return $"policy {said.RootElement.GetProperty("policy").GetString()}, lists {said.RootElement.GetProperty("lists").GetString()}";
        }
        catch (Exception failed) when (failed is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string Seen(int? status) => status switch
    {
        403 => "blocked",
        // What Squid says by itself while no gateway answers.
        500 => "closed, because the filter does not answer",
        407 => "closed, because nobody signed in",
        null => "no answer",
        _ => "open",
    };

    private static string Text(Evidence evidence)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Filter check of {evidence.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        text.AppendLine(CultureInfo.InvariantCulture, $"Place: {evidence.Place}. Device: {evidence.Device}. Group: {evidence.Group}. Run on {evidence.Machine}.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Configuration in the folder: {evidence.Configuration}. The running gateway: {evidence.Running ?? "did not say what it holds, so it is not shown that it is this one"}.");
        if (!evidence.IsOfThisConfiguration) text.AppendLine("WRONG: another configuration answered than the one in this folder. What follows says nothing about it.");
        text.AppendLine();
        var width = evidence.Findings.Max(finding => finding.Kind.Length) + 2;
        foreach (var door in evidence.Findings.GroupBy(finding => finding.Door))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Door: {door.Key}");
            foreach (var finding in door)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {finding.Kind.PadRight(width)}{(finding.IsRight ? "right" : "WRONG"),-7}{finding.Seen}{(finding.IsRight ? "" : $" (must be {finding.Expected})")}  {finding.Address}");
        }

        text.AppendLine();
        var wrong = evidence.Findings.Count(finding => !finding.IsRight);
        text.AppendLine(!evidence.IsOfThisConfiguration ? "This is no evidence for the configuration in the folder." : wrong == 0 ? "All as it must be." : string.Create(CultureInfo.InvariantCulture, $"{wrong} of {evidence.Findings.Count} not as it must be."));
        return text.ToString();
    }

    private static List<(string Kind, Uri Address, string Expected)>? Read(string path, TextWriter error)
    {
        if (!File.Exists(path))
        {
            error.WriteLine($"{path} is missing: the addresses of the check. The demonstration has one: demo/gate/check.tsv");
            return null;
        }

        List<(string, Uri, string)> questions = [];
        var number = 0;
        var isWrong = false;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("kind\t", StringComparison.Ordinal)) continue;
            var parts = line.Split('\t');
            if (parts is [{ Length: > 0 } kind, var text, "blocked" or "open"] && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                questions.Add((kind, address, parts[2]));
            }
            else
            {
                error.WriteLine($"{path}, line {number}: kind, address and \"blocked\" or \"open\" are expected, apart by tabs.");
                isWrong = true;
            }
        }

        return isWrong ? null : questions;
    }

    private static List<(string Name, Uri Proxy)>? Doors(string folder, string? doors, TextWriter error)
    {
        List<(string, Uri)> found = [];
        if (doors is not null)
        {
            foreach (var one in doors.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var parts = one.Split('=', 2);
                if (parts.Length == 2 && Uri.TryCreate(parts[1], UriKind.Absolute, out var proxy) && proxy.Scheme == "http") found.Add((parts[0], proxy));
                else
                {
                    error.WriteLine($"\"{one}\" is no door. Write pupils=http://10.20.0.1:3128");
                    return null;
                }
            }

            return found;
        }

        if (SquidSettings.Read(Path.Combine(folder, "squid.json"), out var faults) is not { } settings)
        {
            foreach (var fault in faults) error.WriteLine(fault);
            return null;
        }

        found.AddRange(settings.Pupils.Listen.Select(at => ("pupils", new Uri($"http://{at}"))));
        found.AddRange((settings.Staff?.Listen ?? []).Select(at => ("staff", new Uri($"http://{at}"))));
        return found;
    }

    private static string ConfigurationOf(string folder)
    {
        var policy = Filtering.Engine.Policies.Policy.ReadFile(Path.Combine(folder, GateFiles.Policy), out _)?.Version ?? "not readable";
        var lists = Filtering.Engine.Snapshot.FilterSnapshot.Open(Path.Combine(folder, GateFiles.Lists), out _)?.Version ?? "not readable";
        return $"policy {policy}, lists {lists}";
    }
}
