using Lifeguard.Verifier.Database;
using Lifeguard.Verifier.Report;

namespace Lifeguard.Verifier;

internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        return await RunAsync(args, Console.Out, Console.Error, TimeProvider.System, stop.Token);
    }

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider clock, CancellationToken stop)
    {
        if (Options.Read(args, out var complaint) is not { } options)
        {
            if (complaint.Length > 0) await error.WriteLineAsync(complaint);
            await error.WriteLineAsync(Options.Usage);
            return (int)Answer.CouldNotCheck;
        }

        return (int)await new Verification(options, output, error, clock).RunAsync(stop);
    }
}
