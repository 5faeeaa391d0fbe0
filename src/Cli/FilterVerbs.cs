using System.Globalization;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Commands;

namespace Lifeguard.Cli;

/// <summary>What the command line can do with the gate's lists and policy. None of it asks the database.</summary>
internal static class FilterVerbs
{
    private const int Refused = 2;

    public static IReadOnlyList<Verb> All { get; } =
    [
        new("filter compile", [], Verbs.Options(("--lists", "PATH"), ("--out", "FILE"), ("--accept-smaller", "")),
            "Makes one file of block lists and says what became of each line. PATH: a folder or archive with a folder for each list (adult/domains, adult/urls), " +
            "hosts files, plain names or policy zones, or an https address of one; several apart by a semicolon. " +
            "--accept-smaller: a list may have lost more than a fifth of its entries.",
            (_, typed, output, stop) => new CompileLists().RunAsync(
                typed.Option("--lists")!, typed.Option("--out")!, typed.Option("--accept-smaller") is not null, output, Console.Error, Console.IsErrorRedirected ? null : Console.Error, stop)) { Demanded = ["--lists", "--out"], NeedsDatabase = false, NeedsRooms = false },
        new("filter decide", [], Verbs.Options(("--snapshot", "FILE"), ("--policy", "FILE"), ("--level", "NAME"), ("--at", "TIME")),
            "Reads addresses from the standard input, one a line, and prints what becomes of each as a JSON line. --at: at which time (\"2026-11-27T10:30:00Z\").",
            (_, typed, _, _) => WithAsync(typed, (filter, at) => new DecideAddresses().RunAsync(
                filter, typed.Option("--level")!, at, Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error))) { Demanded = ["--policy", "--level"], NeedsDatabase = false, NeedsRooms = false },
        new("filter explain", ["ADDRESS"], Verbs.Options(("--folder", "FOLDER"), ("--person", "ACCOUNT"), ("--client", "IP"), ("--level", "NAME"), ("--at", "TIME")),
            "Says what the gate answers and why: which list, entry and rule, whose decision, since when. --folder: the gate's folder. --person, --client: who asks, as the gate knows them; or --level.",
            (_, typed, output, _) => TimeOf(typed) is not { } at ? BadTimeAsync(typed)
                : GateFiles.OpenFolder(typed.Option("--folder")!, Console.Error) is not { } filter ? Task.FromResult(Refused)
                : ExplainAddress.RunAsync(filter, typed.Arguments[0], typed.Option("--person"), typed.Option("--client"), typed.Option("--level"), at, output, Console.Error)) { Demanded = ["--folder"], NeedsDatabase = false, NeedsRooms = false },
        new("filter export", [], Verbs.Options(("--lists", "PATH"), ("--policy", "FILE"), ("--level", "NAME"), ("--out", "FILE")),
            "Writes what a level blocks by name as a response policy zone for a name server.",
            (_, typed, output, _) => ExportAsync(typed, output)) { Demanded = ["--lists", "--policy", "--level", "--out"], NeedsDatabase = false, NeedsRooms = false },
        new("filter helper", [], Verbs.Options(("--snapshot", "FILE"), ("--policy", "FILE"), ("--blocked", "ADDRESS")),
            "Answers Squid's url_rewrite_program as squidGuard does, for schools that want only that. --blocked: the page that is shown instead.",
            (_, typed, _, _) => WithAsync(typed, (filter, _) =>
            {
                new AnswerSquid(filter, typed.Option("--blocked")!, TimeProvider.System).Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
                return Task.FromResult(0);
            })) { Demanded = ["--policy", "--blocked"], NeedsDatabase = false, NeedsRooms = false },
    ];

    private static Task<int> WithAsync(Typed typed, Func<Filter, DateTimeOffset, Task<int>> does)
    {
        if (TimeOf(typed) is not { } at) return BadTimeAsync(typed);
        return GateFiles.Open(typed.Option("--snapshot"), typed.Option("--policy")!, Console.Error) is { } filter ? does(filter, at) : Task.FromResult(Refused);
    }

    private static DateTimeOffset? TimeOf(Typed typed) =>
        typed.Option("--at") is not { } text ? TimeProvider.System.GetUtcNow()
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static async Task<int> BadTimeAsync(Typed typed)
    {
        await Console.Error.WriteLineAsync($"\"{typed.Option("--at")}\" is no time. Write it as 2026-11-27T10:30:00Z.");
        return Refused;
    }

    private static async Task<int> ExportAsync(Typed typed, TextWriter output)
    {
        if (Policy.ReadFile(typed.Option("--policy")!, out var faults) is not { } policy)
        {
            foreach (var fault in faults) await Console.Error.WriteLineAsync(fault.ToString());
            return Refused;
        }

        if (policy.Levels.FirstOrDefault(level => level.Name == typed.Option("--level")) is not { } level)
        {
            await Console.Error.WriteLineAsync($"There is no level \"{typed.Option("--level")}\".");
            return Refused;
        }

        var path = typed.Option("--out")!;
        long names;
        await using (var zone = new StreamWriter(path + ".new")) names = ZoneExport.Write(ListFolder.Read(typed.Option("--lists")!), policy, level, zone);
        File.Move(path + ".new", path, overwrite: true);
        await output.WriteLineAsync($"{path}: {names:N0} names blocked at {level.Title}.");
        return 0;
    }
}
