using Lifeguard.Storage.Journal;

namespace Lifeguard.Cli;

/// <summary><c>lifeguard journal seal</c></summary>
internal sealed class SealJournal(Sealer sealer)
{
    private const int Tries = 50;

    public async Task<int> RunAsync(TextWriter output, CancellationToken stop)
    {
        var rows = 0;
        for (var tried = 0; tried < Tries; tried++)
        {
            var now = await sealer.SealAsync(stop);
            if (now == 0)
            {
                await output.WriteLineAsync($"Sealed now: {rows:N0}. The journal is sealed up to position {(await sealer.HeadAsync(stop)).Position:N0}.");
                return 0;
            }

            rows += now ?? 0;
            // Null: the site is sealing at this moment.
            if (now is null) await Task.Delay(100, stop);
        }

        await output.WriteLineAsync("The journal is being sealed by another program all the time. Try again.");
        return 1;
    }
}
