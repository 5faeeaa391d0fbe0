using Lifeguard.Verifier.Check;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Verifier;

public sealed class RandomMutationTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 1_000_000 : 20_000;

    [Fact]
    public void Inspect_AfterRandomAttacks_FindsEveryChangeAndNothingElse()
    {
        var good = PaperJournal.Good();
        good.Erase(4);
        var witness = good.WitnessAt(0, 5, 11);
        var (changed, untouched) = (0, 0);

        for (var seed = 1; seed <= Rounds; seed++)
        {
            var random = new Random(seed);
            var copy = good.Copy(random);
            for (var steps = random.Next(1, 4); steps > 0; steps--) Mutations.One(copy, random);
            var same = SaysTheSame(good, copy);

            var faults = copy.Inspect(witness);

            if (same) faults.ShouldBeEmpty($"seed {seed}: a fault was reported where nothing was changed");
            else faults.ShouldNotBeEmpty($"seed {seed}: a change was accepted");
            _ = same ? untouched++ : changed++;
        }

        changed.ShouldBeGreaterThan(Rounds * 8 / 10);
        untouched.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(1000)]
    public void Inspect_OfAnUntouchedJournal_FindsNothing(int rows)
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var journal = PaperJournal.Good(rows, seed);
            if (seed % 2 == 0) journal.Erase(seed % rows);

            journal.Inspect(journal.WitnessAt(0, rows / 2, rows - 1, rows - 1)).ShouldBeEmpty($"seed {seed}");
        }
    }

    // The witnessed part is compared without any hash: same seals, and for each the one same row, whose payload may have
    // been erased since. What was added after the last mark and sealed properly is simply more journal.
    private static bool SaysTheSame(PaperJournal good, PaperJournal copy)
    {
        var seals = copy.Seals.OrderBy(seal => seal.Position).ToList();
        var rows = copy.Rows.ToLookup(row => row.Id);
        return seals.Count >= good.Seals.Count && good.Seals.Zip(seals).All(pair => Same(pair.First, pair.Second))
            && good.Rows.TrueForAll(row => rows[row.Id].Count() == 1 && Same(row, rows[row.Id].Single()))
            && seals.DistinctBy(seal => seal.JournalId).Count() == seals.Count
            && Enumerable.Range(good.Seals.Count, seals.Count - good.Seals.Count).All(next => IsProper(seals[next], seals[next - 1], rows));
    }

    private static bool IsProper(Seal seal, Seal before, ILookup<Guid, JournalRow> rows) =>
        seal.JournalId is { } id && rows[id].Count() == 1 && Mutations.IsWhole(rows[id].Single()) && Same(PaperJournal.Committed(rows[id].Single()), rows[id].Single())
        && rows[id].Single().Salt is not { Length: not 16 }
        && seal.Position == before.Position + 1 && Same(seal.Commitment, rows[id].Single().Commitment) && Same(seal.Chain, PaperHash.Chain(before.Chain!, seal.Position, seal.Commitment!));

    private static bool Same(Seal good, Seal copy) =>
        good.Position == copy.Position && good.JournalId == copy.JournalId && Same(good.Commitment, copy.Commitment) && Same(good.Chain, copy.Chain);

    private static bool Same(JournalRow good, JournalRow copy) =>
        good.Org == copy.Org && good.RecordId == copy.RecordId && good.ByIdentity == copy.ByIdentity && good.AtMicroseconds == copy.AtMicroseconds
        && Same(good.RecordKind, copy.RecordKind) && Same(good.Act, copy.Act) && Same(good.PayloadCommitment, copy.PayloadCommitment) && Same(good.Commitment, copy.Commitment)
        && (copy is { Salt: null, Payload: null } || (Same(good.Salt, copy.Salt) && Same(good.Payload, copy.Payload)));

    private static bool Same(byte[]? one, byte[]? other) => one is null == other is null && one.AsSpan().SequenceEqual(other);
}
