using System.Globalization;

namespace Lifeguard.Verifier;

internal sealed record Options
{
    public const string Usage = """
        Checks that the journal is whole and unchanged.

          lifeguard-verifier verify [--connection STRING] [--witness FILE] [--entries] [--tail-minutes N] [--quiet]

          --connection STRING   how to reach PostgreSQL; without it, what ConnectionStrings__Backup says. Arguments are visible to
                                everybody on this machine: leave a password out of them and set PGPASSWORD or PGPASSFILE
          --witness FILE        the witness kept outside the database; without it, rewritten history is not noticed
          --entries             also compare the case chronology with the journal
          --tail-minutes N      how old a row without a seal may be (10)
          --quiet               only faults and the verdict

        Exit 0: intact. Exit 1: faults found. Exit 2: could not check.
        """;

    public required string Connection { get; init; }
    public string? WitnessFile { get; init; }
    public bool Entries { get; init; }
    public bool Quiet { get; init; }
    public TimeSpan Tail { get; init; } = TimeSpan.FromMinutes(10);

    // Null with an empty complaint when only the usage was asked for.
    public static Options? Read(string[] args, out string complaint)
    {
        complaint = "";
        if (args is [] or ["--help"] or ["-h"] or ["verify", "--help"]) return null;
        if (args[0] != "verify") return No($"There is no command \"{args[0]}\".", out complaint);

        var options = new Options { Connection = Environment.GetEnvironmentVariable("ConnectionStrings__Backup") ?? "" };
        for (var i = 1; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--entries": options = options with { Entries = true }; continue;
                case "--quiet": options = options with { Quiet = true }; continue;
                case "--connection" when value is not null: options = options with { Connection = value }; break;
                case "--witness" when value is not null: options = options with { WitnessFile = value }; break;
                case "--tail-minutes" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes):
                    options = options with { Tail = TimeSpan.FromMinutes(minutes) };
                    break;
                default: return No($"\"{args[i]}\" is not an option, or its value is missing or wrong.", out complaint);
            }
            i++;
        }

        return options.Connection.Length > 0 ? options : No("Say which database with --connection.", out complaint);
    }

    private static Options? No(string sentence, out string complaint)
    {
        complaint = sentence;
        return null;
    }
}
