using Lifeguard.Gateway.Squid.Lint;

namespace Lifeguard.Gateway.Squid;

/// <summary>What the scripts ask of the gateway's program about Squid.</summary>
internal static class SquidCommand
{
    public const string Usage = "squid write SETTINGS | squid lint FILE";

    /// <summary>Answers with the exit code: 0 for fine, 1 for faults, 2 for a call that is not understood.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, TimeProvider clock)
    {
        switch (arguments)
        {
            case ["write", var path]:
                var settings = SquidSettings.Read(path, out var faults);
                if (settings is not null) faults = SquidFolder.Write(settings, clock);
                foreach (var fault in faults) errors.WriteLine(fault);
                if (faults.Count > 0) return 1;
                output.WriteLine(new SquidFiles(settings!.Folder).Configuration);
                return 0;
            case ["lint", var path]:
                if (!File.Exists(path))
                {
                    errors.WriteLine($"{path} is not there.");
                    return 1;
                }

                var found = SquidLint.Look(File.ReadAllText(path));
                foreach (var fault in found) errors.WriteLine($"{path}, {fault}");
                return found.Count > 0 ? 1 : 0;
            default:
                errors.WriteLine($"Usage: {Usage}");
                return 2;
        }
    }
}
