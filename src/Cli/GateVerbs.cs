using System.Net;
using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Commands.Checks;

namespace Lifeguard.Cli;

/// <summary>What the command line can do with the gate as a whole. None of it asks the database.</summary>
internal static class GateVerbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new("gate check", [], Verbs.Options(("--folder", "FOLDER"), ("--place", "WHERE"), ("--device", "WHAT"), ("--group", "WHO"), ("--by", "NAME"), ("--account", "NAME"), ("--doors", "NAME=PROXY"), ("--health", "ADDRESS"), ("--out", "FOLDER"), ("--before", "FILE")),
            "The filter check: asks the gateway as each group and level of the policy, and through each door from here, for an address of each kind (check.tsv of the gate's folder), and says whether it was blocked. " +
            "--place, --device, --group, --by: where, with what, as whom and by whom it is run, for the evidence; what is expected at the doors follows from the group where the policy has it. " +
            "--account: a test account that signs in at the doors, where people do; its password is taken from LIFEGUARD_CHECK_PASSWORD. " +
            "--doors: proxies, apart by a semicolon (\"pupils=http://10.20.0.1:3128\"); else those of squid.json. " +
            "--health: the gateway's second door (http://127.0.0.1:1345), which says what it holds; another policy or other lists than in the folder are no evidence for it. --out: where dated evidence is kept, and which places and devices are due. " +
            "--before: earlier evidence, with which it is compared. Ends with 1 when something was not as it must be or could not be asked.",
            (_, typed, output, stop) => new CheckGate((proxy, address, stopping) => AskDoor.AskAsync(proxy, address, Account(typed), stopping), AskGateway.AskAsync, stopping => AskDoor.RunningAsync(new Uri(typed.Option("--health") ?? "http://127.0.0.1:1345"), stopping), TimeProvider.System).RunAsync(
                new CheckAsked(typed.Option("--folder")!)
                {
                    Doors = typed.Option("--doors"),
                    Place = typed.Option("--place") ?? CheckHistory.NotSaid,
                    Device = typed.Option("--device") ?? CheckHistory.NotSaid,
                    Group = typed.Option("--group") ?? CheckHistory.NotSaid,
                    By = typed.Option("--by") ?? CheckHistory.NotSaid,
                    Account = typed.Option("--account"),
                    Into = typed.Option("--out"),
                    Before = typed.Option("--before"),
                }, output, Console.Error, stop)) { Demanded = ["--folder"], NeedsDatabase = false, NeedsRooms = false },
        new("gate limits", [], Verbs.Options(("--folder", "FOLDER"), ("--out", "FOLDER"), ("--probe", ""), ("--health", "ADDRESS")),
            "Says what the gate cannot do as it is set up now. --probe: asks the network from this machine whether QUIC, secret name servers and other ways pass, and the running gateway how it stands. " +
            "--health: the gateway's second door (http://127.0.0.1:1345). --out: where limits.txt and limits.html go.",
            async (_, typed, output, stop) => GateLimits.Run(
                typed.Option("--folder")!, typed.Option("--probe") is null ? GateLimits.Probed.Nothing : await ProbeNetwork.Outside(new Uri(typed.Option("--health") ?? "http://127.0.0.1:1345")).RunAsync(stop),
                typed.Option("--out"), TimeProvider.System, output, Console.Error)) { Demanded = ["--folder"], NeedsDatabase = false, NeedsRooms = false },
        new("gate tunnels close", [], Verbs.Options(("--folder", "FOLDER"), ("--from", "ADDRESS"), ("--staff", "")),
            "Closes whatever is open at the pupils' door, but for helplines; browsers open it anew and it is judged anew. For when something must not stay open that was. " +
            "--from: one device's address. --staff: the staff's door too. Needs root, or the user as whom Squid runs.",
            (_, typed, output, _) => Task.FromResult(CloseTunnels.Run(typed.Option("--folder")!, typed.Option("--from"), typed.Option("--staff") is not null, output, Console.Error))) { Demanded = ["--folder"], NeedsDatabase = false, NeedsRooms = false },
        new("gate certificate", ["SCHOOL"], Verbs.Options(("--folder", "FOLDER")),
            "Makes the school's own certificate authority, for decryption alone: the key stays in the gate's folder, authority.crt is what devices are told to trust.",
            (_, typed, output, _) => Task.FromResult(MakeAuthority.Run(typed.Option("--folder")!, typed.Arguments[0], TimeProvider.System, output, Console.Error))) { Demanded = ["--folder"], NeedsDatabase = false, NeedsRooms = false },
    ];

    // A password on the command line would stand in the list of processes.
    private static NetworkCredential? Account(Typed typed) =>
        typed.Option("--account") is { } name ? new(name, Environment.GetEnvironmentVariable("LIFEGUARD_CHECK_PASSWORD") ?? "") : null;
}
