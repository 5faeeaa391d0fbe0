using System.Diagnostics;

namespace Lifeguard.Cli.Backups;

/// <summary>Other people's programs, run as a shell runs them. What they complain of is kept for whoever must be told.</summary>
internal static class Programs
{
    // Each file is for whoever made it alone, and a pipe has failed when any of its programs has.
    private const string Strict = "set -euo pipefail; umask 077; ";

    /// <param name="script">A line of bash. What it works on comes as $1, $2 and so on, never inside the text.</param>
    /// <param name="environment">Further settings: a password is visible to everybody in an argument, and not here.</param>
    /// <returns>The exit code, what was said and the last thing that was complained of.</returns>
    public static async Task<ProgramEnd> RunAsync(string script, IReadOnlyList<string> about, CancellationToken stop, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("bash", ["-c", Strict + script, "bash", .. about])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(stop);
            var complained = await process.StandardError.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            return new ProgramEnd(process.ExitCode, await said, complained);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>The same, where anything but success is the end.</summary>
    public static async Task<string> MustAsync(string what, string script, IReadOnlyList<string> about, CancellationToken stop, IReadOnlyDictionary<string, string>? environment = null)
    {
        var end = await RunAsync(script, about, stop, environment);
        return end.Code == 0 ? end.Said : throw new IOException($"{what} failed: {end.LastComplaint}");
    }
}

internal sealed record ProgramEnd(int Code, string Said, string Complained)
{
    public string LastComplaint => Complained.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? $"exit code {Code}";
}
