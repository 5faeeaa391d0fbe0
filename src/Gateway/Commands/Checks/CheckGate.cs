using System.Globalization;
using System.Net;
using System.Text;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Squid;

namespace Lifeguard.Gateway.Commands.Checks;

/// <summary>What is said of a check by whoever runs it, and where its evidence goes.</summary>
/// <param name="Doors">As <c>pupils=http://10.20.0.1:3128</c>, apart by a semicolon; null for those of the gate's own settings.</param>
/// <param name="Into">Where evidence is kept; null for nowhere.</param>
/// <param name="Before">An earlier check's file, to be compared with.</param>
internal sealed record CheckAsked(string Folder)
{
    public string? Doors { get; init; }
    public string Place { get; init; } = CheckHistory.NotSaid;
    public string Device { get; init; } = CheckHistory.NotSaid;
    public string Group { get; init; } = CheckHistory.NotSaid;
    public string By { get; init; } = CheckHistory.NotSaid;

    /// <summary>The test account that signs in at the doors, where people do; null for nobody.</summary>
    public string? Account { get; init; }
    public string? Into { get; init; }
    public string? Before { get; init; }
}

/// <summary>
/// <c>gate check</c>: the filter check. For each group and level of the policy it asks the running gateway itself, and through each door from
/// where it runs, for an address of each kind, and writes down what came of it. Place and device are for whoever runs it to say; run it in
/// every place, with every kind of device.
/// </summary>
/// <param name="door">Asks for an address through a proxy and answers with the status; null where no answer came.</param>
/// <param name="gateway">Asks a gateway by ICAP.</param>
/// <param name="running">What the gateway that answers says that it holds, as "policy X, lists Y"; null where it does not say.</param>
internal sealed class CheckGate(
    Func<Uri, Uri, CancellationToken, Task<int?>> door, Func<string, Uri, CheckAsker, bool, CancellationToken, Task<GatewaySaid>> gateway, Func<CancellationToken, Task<string?>> running, TimeProvider clock)
{
    public const string Gateway = "gateway ";

    /// <returns>0 when all was as it must be, 1 when something was not, 2 when nothing could be asked.</returns>
    public async Task<int> RunAsync(CheckAsked asked, TextWriter output, TextWriter error, CancellationToken stop)
    {
        // 1. What is to be asked. Without a policy in the folder only the doors are.
        var now = clock.GetUtcNow();
        Filter? filter = null;
        if (File.Exists(Path.Combine(asked.Folder, GateFolder.PolicyFile)) && (filter = GateFiles.OpenFolder(asked.Folder, error)) is null) return 2;
        if (CheckQuestions.Read(Path.Combine(asked.Folder, CheckQuestions.FileName), filter?.Policy, error) is not { } questions) return 2;
        if (CheckHistory.Plan(Path.Combine(asked.Folder, CheckHistory.PlanName), error) is not { } plan) return 2;
        var doorsAt = Path.Combine(asked.Folder, "squid.json");
        var settings = SquidSettings.Read(doorsAt, out var faults);
        if (settings is null && (asked.Doors is null || File.Exists(doorsAt)))
        {
            foreach (var fault in faults) await error.WriteLineAsync(fault);
            return 2;
        }

        if (CheckDoor.Of(settings, asked.Doors, error) is not { Count: > 0 } doors) return 2;
        var before = asked.Before is null ? null : CheckEvidence.Read(asked.Before);
        if (asked.Before is not null && before is null)
        {
            await error.WriteLineAsync($"{asked.Before} is no evidence of a check: the file that ends in .json is meant.");
            return 2;
        }

        // 2. The gateways, as each group; then the doors, from here.
        List<CheckRow> rows = [];
        List<string> others = [];
        if (filter is not null)
            foreach (var one in settings?.Gateways ?? []) rows.AddRange(await AskGatewayAsync(one, filter, questions, settings?.Decryption is not null, now, others, stop));
        var judged = rows.ToArray();
        foreach (var one in doors) rows.Add(await AskDoorAsync(one, filter, questions, asked, judged, now, stop));

        // 3. What is said and kept.
        var evidence = new CheckEvidence(now, asked.Place, asked.Device, asked.Group, asked.By, Environment.MachineName, filter?.Policy.School, ConfigurationOf(filter), await running(stop), others, rows)
        {
            UnfilteredMinutes = UnfilteredMinutes.Count(asked.Folder, now - CheckHistory.Term),
        };
        var text = CheckText.Of(evidence, before is null ? null : CheckHistory.Changes(before, evidence), before?.At, CheckHistory.Due(asked.Into is null ? [] : CheckHistory.In(asked.Into), evidence, plan));
        await output.WriteAsync(text);
        if (asked.Into is not null) await KeepAsync(evidence, text, asked.Into, output, stop);
        return evidence.IsRight ? 0 : 1;
    }

    private async Task<IReadOnlyList<CheckRow>> AskGatewayAsync(string at, Filter filter, CheckQuestions questions, bool decrypts, DateTimeOffset now, List<string> others, CancellationToken stop)
    {
        var holds = Encoding.ASCII.GetString(new InForce(filter, new Leases(), now).Tag);
        List<CheckRow> rows = [];
        foreach (var asker in CheckAskers.Of(filter, questions, now))
        {
            List<CheckCell> cells = [];
            foreach (var question in asker.NotAsked is null ? questions.For(asker.Level) : [])
            {
                var said = await gateway(at, question.Address, asker, decrypts, stop);
                if (said.Tag is { } tag && tag != holds && !others.Contains(Gateway + at)) others.Add(Gateway + at);
                cells.Add(new CheckCell(question.Kind, question.Address.ToString(), question.Expected, said.Seen, said.Seen == question.Expected));
            }

            rows.Add(new CheckRow(Gateway + at, asker.Who, asker.Level, asker.How, asker.NotAsked, cells));
        }

        return rows;
    }

    private async Task<CheckRow> AskDoorAsync(CheckDoor one, Filter? filter, CheckQuestions questions, CheckAsked asked, CheckRow[] judged, DateTimeOffset now, CancellationToken stop)
    {
        var (level, how) = LevelAt(one, filter, asked, now);
        List<CheckCell> cells = [];
        foreach (var question in questions.For(level))
        {
            // No answer at all is not proof of a block: the door may be shut for another reason.
            var (status, address) = (await door(one.Proxy, question.Address, stop), question.Address.ToString());
            var seen = AskDoor.Seen(status);
            // A tunnel shows no page of ours. That it ended is a block where a gateway says so for this very address and level.
            var isBlock = status == AskDoor.TunnelEnded && judged.Any(row => row.Level == level && row.Cells.Any(cell => cell.Address == address && cell.Seen == "blocked"));
            cells.Add(new CheckCell(question.Kind, address, question.Expected, seen, isBlock ? question.Expected == "blocked" : seen == question.Expected));
        }

        return new CheckRow($"door {one.Name} {one.Proxy.Authority}", one.Name, level, how, null, cells);
    }

    /// <summary>Whose answers are expected at a door: those of the account that signs in, else of the group that was said, where the policy has it, else of this machine's address.</summary>
    private static (string? Level, string How) LevelAt(CheckDoor one, Filter? filter, CheckAsked asked, DateTimeOffset now)
    {
        if (filter is null) return (null, "through the door, from this machine");
        var from = AskDoor.From(one.Proxy);
        if (asked.Account is { } account) return (filter.AskerFor(account, from ?? IPAddress.None, now).Level.Name, $"through the door, from this machine, signed in as {account}");
        if (filter.Policy.Groups.FirstOrDefault(known => known.Name == asked.Group).Level is { } ofGroup) return (ofGroup.Name, $"through the door, from this machine, as the group {asked.Group}, as was said");
        if (filter.Policy.Levels.FirstOrDefault(known => known.Name == asked.Group) is { } said) return (said.Name, "through the door, from this machine, at this level, as was said");
        return from is null
            ? (null, "through the door, from this machine")
            : (CheckAskers.LevelFrom(filter, from, now).Name, $"through the door, from this machine's address {from}, which has this level where nobody signs in");
    }

    private static async Task KeepAsync(CheckEvidence evidence, string text, string into, TextWriter output, CancellationToken stop)
    {
        Directory.CreateDirectory(into);
        var name = Path.Combine(into, $"filter-check-{evidence.At.UtcDateTime.ToString("yyyy-MM-dd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        await File.WriteAllTextAsync($"{name}.json", evidence.ToJson(), stop);
        await File.WriteAllTextAsync($"{name}.txt", text, stop);
        await output.WriteLineAsync($"Kept as {name}.json and {name}.txt");
    }

    private static string ConfigurationOf(Filter? filter) => filter is null ? CheckEvidence.NotHere : $"policy {filter.Policy.Version}, lists {filter.Snapshot.Version}";
}

/// <summary>A door through which is asked.</summary>
internal sealed record CheckDoor(string Name, Uri Proxy)
{
    /// <summary>Those that were typed, or those of the gate's settings; null, and said, when one of them is none.</summary>
    public static IReadOnlyList<CheckDoor>? Of(SquidSettings? settings, string? typed, TextWriter error)
    {
        if (typed is null)
            return [.. (settings?.Pupils.Listen ?? []).Select(at => new CheckDoor("pupils", new Uri($"http://{at}"))), .. (settings?.Staff?.Listen ?? []).Select(at => new CheckDoor("staff", new Uri($"http://{at}")))];

        List<CheckDoor> found = [];
        foreach (var one in typed.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = one.Split('=', 2);
            if (parts.Length != 2 || !Uri.TryCreate(parts[1], UriKind.Absolute, out var proxy) || proxy.Scheme != "http")
            {
                error.WriteLine($"\"{one}\" is no door. Write pupils=http://10.20.0.1:3128");
                return null;
            }

            found.Add(new CheckDoor(parts[0], proxy));
        }

        return found;
    }
}
