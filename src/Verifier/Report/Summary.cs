using Lifeguard.Verifier.Check;

namespace Lifeguard.Verifier.Report;

internal sealed class Summary(Options options, TextWriter output)
{
    public required ChainCheck Chain { get; init; }
    public required UnsealedTail Tail { get; init; }
    public required EntryCheck? Entries { get; init; }
    public required string Source { get; init; }
    public required TimeSpan Took { get; init; }
    public required FaultList Faults { get; init; }

    public async Task<Answer> WriteAsync()
    {
        if (!options.Quiet)
            foreach (var (name, text) in Lines())
                await output.WriteLineAsync($"  {name,-20}{text}");

        var answer = Verdict(out var sentence);
        await output.WriteLineAsync(sentence);
        return answer;
    }

    private Answer Verdict(out string sentence)
    {
        if (Faults.Count > 0)
        {
            var kinds = string.Join(", ", Faults.Counts.Select(pair => $"{pair.Key} {pair.Value:N0}"));
            sentence = $"FAULTS FOUND: {Faults.Count:N0} ({kinds}). Keep this database and the witness as they are, and look at the first position named.";
            return Answer.FaultsFound;
        }

        if (Chain.Witness is { IsGiven: true, Marks: 0 } && Chain.Seals > 0)
        {
            sentence = "COULD NOT CHECK against the witness: the file holds no mark yet. The chain agrees with itself. What to do: run again once a mark has been written, or without --witness.";
            return Answer.CouldNotCheck;
        }

        sentence = Chain.Witness.IsGiven
            ? "INTACT: the journal agrees with itself and with the witness."
            : "INTACT in itself. No witness was given, so a history rewritten from end to end would not be noticed.";
        return Answer.Intact;
    }

    private IEnumerable<(string Name, string Text)> Lines()
    {
        yield return ("Read from", Source);
        yield return ("Seals", $"{Chain.Seals:N0}, last position {Chain.LastPosition:N0}, {Took.TotalSeconds:0.0} s, {Chain.Seals / Math.Max(Took.TotalSeconds, 0.001):N0} a second");
        yield return ("Payloads whole", $"{Chain.PayloadsWhole:N0}");
        yield return ("Payloads erased", $"{Chain.PayloadsErased:N0} (allowed: the chain holds without them)");
        yield return ("Unsealed tail", Tail.Count == 0 ? "0 rows" : $"{Tail.Count:N0} rows, oldest {Instant.Text(Tail.Oldest)}, newest {Instant.Text(Tail.Newest)}");
        if (Chain.SealedLate.Count > 0)
            yield return ("Sealed late", $"{Chain.SealedLate.Count:N0} rows carry a time more than 10 minutes before their seal, " +
                $"the first at position {Chain.SealedLate.FirstPosition}: an outage of the sealer, or rows put in afterwards");
        yield return ("Witness", WitnessText());
        yield return ("Chronology", EntriesText());
    }

    private string WitnessText() =>
        !Chain.Witness.IsGiven ? "not given"
        : Chain.Witness.LastThatAgrees is not { } last ? $"{Chain.Witness.Marks:N0} marks, none agrees"
        : $"{Chain.Witness.MarksThatAgree:N0} of {Chain.Witness.Marks:N0} marks agree, the last at position {last.Position:N0} " +
            $"({Instant.Text(Instant.ToMicroseconds(last.At))}); positions after the last mark rest on the chain alone";

    private string EntriesText() =>
        !options.Entries ? "not asked for (--entries)"
        : Entries is null ? "not checked: there is no table entry"
        : $"{Entries.Same:N0} entries as in the journal, {Entries.Erased:N0} with erased payload not compared";
}
