namespace Lifeguard.Benchmarks.Filling;

/// <summary>A database of one run; taken away at its end.</summary>
internal sealed class Copy(string name, Func<Task> takeAway) : IAsyncDisposable
{
    public string Name { get; } = name;

    public async ValueTask DisposeAsync() => await takeAway();
}
