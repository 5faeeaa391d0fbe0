using System.Diagnostics;
using System.Globalization;

namespace Lifeguard.Tests.Shared;

/// <summary>
/// Ends a program that the tests started when the tests themselves are gone, also when they were killed and could tidy nothing up.
/// Beside the program a small shell waits on a pipe that nobody else holds: a line says that all is well, its end that we are gone.
/// (The kernel's own signal at a parent's death comes already when the thread ends that happened to start the program.)
/// </summary>
internal sealed class Leash : IDisposable
{
    // The moment of its start is compared, so that a program which was given the same number since is never ended in its place.
    private const string Script =
        """
        trap '' INT TERM HUP
        began() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
        first=$(began "$1")
        read -r line || [ -z "$first" ] || [ "$(began "$1")" != "$first" ] || kill -s "$2" "$1"
        """;

    private readonly Process _shell;

    private Leash(Process shell) => _shell = shell;

    /// <param name="process">The number of the program's process.</param>
    /// <param name="signal">What ends it.</param>
    public static Leash On(int process, string signal = "KILL") => new(Process.Start(
        new ProcessStartInfo("sh", ["-c", Script, "sh", process.ToString(CultureInfo.InvariantCulture), signal]) { RedirectStandardInput = true, WorkingDirectory = "/" })!);

    /// <summary>The program has ended, or goes on without us.</summary>
    public void Dispose()
    {
        try
        {
            _shell.StandardInput.WriteLine("all is well");
            _shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // Somebody ended the shell.
        }

        _shell.WaitForExit();
        _shell.Dispose();
    }
}
