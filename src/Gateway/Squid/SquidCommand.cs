using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Squid.Lint;

namespace Lifeguard.Gateway.Squid;

/// <summary>What the scripts ask of the gateway's program about Squid.</summary>
internal static class SquidCommand
{
    public const string Usage = "Lifeguard.Gateway squid write SETTINGS [FOLDER] [--decrypt] | squid lint FILE | squid watch SETTINGS";

    /// <summary>Answers with the exit code: 0 for fine, 1 for faults, 2 for a call that is not understood.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors, TimeProvider clock)
    {
        switch (arguments)
        {
            case ["write", var path, .. var more] when more.Where(word => word != "--decrypt").Count() <= 1:
                return Write(path, more.FirstOrDefault(word => word != "--decrypt"), more.Contains("--decrypt"), output, errors, clock);
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

    /// <summary>Prints what a script needs to know: configuration, the name of the service, its log, each gateway, each port.</summary>
    private static int Write(string path, string? folder, bool decrypts, TextWriter output, TextWriter errors, TimeProvider clock)
    {
        var settings = SquidSettings.Read(path, out var faults);
        if (settings is not null)
        {
            var beside = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if (folder is not null) settings = settings with { Folder = Path.GetFullPath(folder) };
            if (!Environment.IsPrivilegedProcess) settings = settings with { User = Environment.UserName };
            if (decrypts) settings = settings with { Decryption = settings.Decryption ?? new() { Authority = Path.Combine(beside, MakeAuthority.Whole), Never = Path.Combine(beside, "never-decrypt.txt") } };
            faults = SquidSettingsFaults.Of(settings);
            if (faults.Count == 0) faults = SquidFolder.Write(settings, clock);
        }

        foreach (var fault in faults) errors.WriteLine(fault);
        if (settings is null || faults.Count > 0) return 1;
        var files = new SquidFiles(settings.Folder);
        output.WriteLine($"configuration {files.Configuration}");
        output.WriteLine($"name {settings.Name}");
        output.WriteLine($"log {files.CacheLog}");
        foreach (var gateway in settings.Gateways) output.WriteLine($"gateway {gateway}");
        foreach (var at in settings.Pupils.Listen) output.WriteLine($"pupils {at}");
        foreach (var at in settings.Staff?.Listen ?? []) output.WriteLine($"staff {at}");
        return 0;
    }
}
