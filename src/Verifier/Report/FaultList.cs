using Lifeguard.Verifier.Check;

namespace Lifeguard.Verifier.Report;

// Says each fault when it is found and counts the rest, so that a ruined journal fills neither memory nor the screen.
internal sealed class FaultList(TextWriter output)
{
    private const int ShownOfEachKind = 100;
    private readonly SortedDictionary<FaultKind, long> _counts = [];

    public long Count => _counts.Values.Sum();
    public IReadOnlyDictionary<FaultKind, long> Counts => _counts;

    public void Report(Fault fault)
    {
        var count = _counts[fault.Kind] = _counts.GetValueOrDefault(fault.Kind) + 1;
        if (count <= ShownOfEachKind) output.WriteLine($"FAULT at {Place(fault)}: {fault.Sentence}");
    }

    public async Task SayHowManyMoreAsync()
    {
        foreach (var (kind, count) in _counts)
            if (count > ShownOfEachKind)
                await output.WriteLineAsync($"FAULT … and {count - ShownOfEachKind:N0} more of the kind {kind}.");
    }

    private static string Place(Fault fault) => (fault.Position, fault.JournalId) switch
    {
        ({ } position, { } id) => $"position {position}, journal {id}",
        ({ } position, null) => $"position {position}",
        (null, { } id) => $"journal {id} (no position)",
        _ => "no position",
    };
}
