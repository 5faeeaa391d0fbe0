using Lifeguard.Storage.Journal;

namespace Lifeguard.Cli;

/// <summary><c>lifeguard journal head</c></summary>
internal sealed class ShowHead(Sealer sealer, WitnessFile witness)
{
    public async Task<int> RunAsync(TextWriter output, CancellationToken stop)
    {
        var written = await witness.MarkAsync(stop);
        var (position, chain) = await sealer.HeadAsync(stop);
        await output.WriteLineAsync(position == 0
            ? "Nothing is sealed yet."
            : $"""
              Position {position}
              Chain    {Convert.ToHexStringLower(chain)}
              Position {written} was written to {witness.Path}
              """);
        return 0;
    }
}
