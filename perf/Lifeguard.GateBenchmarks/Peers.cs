using System.Diagnostics;
using System.Globalization;

namespace Lifeguard.GateBenchmarks;

/// <summary>Runs other programs, in turn with ours, and says how long they took.</summary>
internal static class Peers
{
    /// <summary>Seconds from start to end, with a file as its input and its output thrown away.</summary>
    /// <param name="peak">Its largest memory in MiB.</param>
    public static double Feed(string program, string arguments, string input, out double peak, int expectedCode = 0)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec '{program}' {arguments} < '{input}' > /dev/null 2>&1"]))!;
        var started = Stopwatch.GetTimestamp();
        peak = 0;
        while (!process.WaitForExit(5)) peak = Math.Max(peak, PeakOf(process.Id));
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (process.ExitCode != expectedCode) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        return took;
    }

    public static double Run(string program, string arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec '{program}' {arguments} > /dev/null 2>&1"]))!;
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Seconds to the first answer of a helper that is asked one line.</summary>
    public static double FirstAnswer(string program, string arguments, string line)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec '{program}' {arguments} 2>/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
        process.StandardOutput.ReadLine();
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.StandardInput.Close();
        process.WaitForExit();
        return took;
    }

    public static double PeakOf(int process) => Status(process, "VmHWM:");

    public static double ResidentOf(int process) => Status(process, "VmRSS:");

    private static double Status(int process, string field)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process}/status"))
            {
                if (line.StartsWith(field, StringComparison.Ordinal)) return double.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
            }
        }
        catch (IOException)
        {
            // It has ended.
        }

        return 0;
    }
}
