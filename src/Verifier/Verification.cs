using Lifeguard.Verifier.Check;
using Lifeguard.Verifier.Database;
using Lifeguard.Verifier.Report;

namespace Lifeguard.Verifier;

internal sealed class Verification(Options options, TextWriter output, TextWriter error, TimeProvider clock)
{
    private readonly FaultList _faults = new(output);
    private readonly Progress _progress = new(options.Quiet ? TextWriter.Null : error, clock);

    public async Task<Answer> RunAsync(CancellationToken stop)
    {
        try
        {
            return await CheckAsync(stop);
        }
        catch (Exception e) when (Trouble.From(e) is { } trouble)
        {
            await _faults.SayHowManyMoreAsync();
            await error.WriteLineAsync($"COULD NOT CHECK: {trouble.Message}");
            await error.WriteLineAsync($"What to do: {trouble.WhatToDo}");
            if (_faults.Count == 0) return Answer.CouldNotCheck;

            await error.WriteLineAsync($"Faults were found before that: {_faults.Count:N0}.");
            return Answer.FaultsFound;
        }
    }

    private async Task<Answer> CheckAsync(CancellationToken stop)
    {
        // The witness is read first: a mark written after our snapshot began would look like a tail cut off.
        var witness = options.WitnessFile is null ? null : Witness.Read(await WitnessFile.LinesAsync(options.WitnessFile, stop));
        await using var journal = await JournalReader.OpenAsync(options.Connection, _faults.Report, stop);

        var chain = new ChainCheck(witness, _faults.Report);
        var started = clock.GetTimestamp();
        await foreach (var (seal, row) in journal.SealsAsync(stop))
        {
            chain.Next(seal, row);
            if (_progress.IsDue(chain.Seals)) _progress.Say("seals", chain.Seals, journal.LastPosition);
        }
        chain.FinishSeals();
        var took = clock.GetElapsedTime(started);

        _progress.Say("Looking for rows sealed twice");
        var once = new SealedOnceCheck(_faults.Report);
        await foreach (var (journalId, position) in journal.RepeatedSealsAsync(stop)) once.Next(journalId, position);

        _progress.Say("Looking for rows without a seal");
        var tail = new UnsealedTail(options.Tail, clock.GetUtcNow(), _faults.Report);
        await foreach (var row in journal.UnsealedAsync(stop))
        {
            tail.Next(row);
            if (_progress.IsDue(tail.Count)) _progress.Say("rows without a seal", tail.Count, null);
        }
        tail.Finish();

        var entries = await EntriesAsync(journal, stop);
        await _faults.SayHowManyMoreAsync();
        return await new Summary(options, output) { Chain = chain, Tail = tail, Entries = entries, Source = journal.Source, Took = took, Faults = _faults }.WriteAsync();
    }

    private async Task<EntryCheck?> EntriesAsync(JournalReader journal, CancellationToken stop)
    {
        if (!options.Entries || !journal.HasEntries) return null;

        _progress.Say("Comparing the chronology with the journal");
        var check = new EntryCheck(_faults.Report);
        await foreach (var entry in journal.EntriesAsync(stop)) check.Next(entry.JournalId, entry.Text, entry.HasRow, entry.Payload);
        return check;
    }
}
