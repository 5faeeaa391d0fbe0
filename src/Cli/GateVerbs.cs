using Lifeguard.Gateway.Commands;

namespace Lifeguard.Cli;

/// <summary>What the command line can do with the gate as a whole. None of it asks the database.</summary>
internal static class GateVerbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new("gate check", [], Verbs.Options(("--folder", "FOLDER"), ("--place", "WHERE"), ("--device", "WHAT"), ("--group", "WHO"), ("--doors", "NAME=PROXY"), ("--health", "ADDRESS"), ("--out", "FOLDER")),
            "The filter check: asks through each door for an address of each kind (check.tsv of the gate's folder) and says whether it was blocked. " +
            "--place, --device, --group: where, with what and as whom it is run, for the evidence. --doors: proxies, apart by a semicolon (\"pupils=http://10.20.0.1:3128\"); else those of squid.json. " +
            "--health: the gateway's second door (http://127.0.0.1:1345), which says what it holds; another policy or other lists than in the folder are no evidence for it. --out: where dated evidence is kept. Ends with 1 when something was not as it must be.",
            (_, typed, output, stop) => new CheckGate(CheckGate.AskAsync, stopping => CheckGate.RunningAsync(new Uri(typed.Option("--health") ?? "http://127.0.0.1:1345"), stopping), TimeProvider.System).RunAsync(
                typed.Option("--folder")!, typed.Option("--doors"), typed.Option("--place") ?? "not said", typed.Option("--device") ?? "not said", typed.Option("--group") ?? "not said",
                typed.Option("--out"), output, Console.Error, stop)) { Demanded = ["--folder"], NeedsDatabase = false, NeedsRooms = false },
        new("gate limits", [], Verbs.Options(("--folder", "FOLDER"), ("--out", "FOLDER"), ("--probe", "")),
            "Says what the gate cannot do as it is set up now. --probe: asks the network from this machine whether QUIC, secret name servers and other ways pass. --out: where limits.txt and limits.html go.",
            async (_, typed, output, stop) => GateLimits.Run(
                typed.Option("--folder")!, typed.Option("--probe") is null ? new(null, null, null) : await GateLimits.ProbeAsync(stop), typed.Option("--out"), TimeProvider.System, output, Console.Error)) { Demanded = ["--folder"], NeedsDatabase = false, NeedsRooms = false },
        new("gate certificate", ["SCHOOL"], Verbs.Options(("--folder", "FOLDER")),
            "Makes the school's own certificate authority, for decryption alone: the key stays in the gate's folder, authority.crt is what devices are told to trust.",
            (_, typed, output, _) => Task.FromResult(MakeAuthority.Run(typed.Option("--folder")!, typed.Arguments[0], TimeProvider.System, output, Console.Error))) { Demanded = ["--folder"], NeedsDatabase = false, NeedsRooms = false },
    ];
}
