namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>
/// Makes trying out codes slow, and never refuses: a whole school shares one address, and the one who mistypes may be in a hurry.
/// Only wrong codes wait, a few at a time.
/// </summary>
internal sealed class CodeTries : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private readonly SemaphoreSlim _atOnce = new(4);

    public async Task SlowDownAsync(CancellationToken stop)
    {
        await _atOnce.WaitAsync(stop);
        try
        {
            await Task.Delay(Pause, stop);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    public void Dispose() => _atOnce.Dispose();
}
