using System.Text;
using Lifeguard.Verifier.Check;

namespace Lifeguard.Tests.Verifier;

// The two tables in memory, open to every attack, and the reader's way through them.
internal sealed class PaperJournal
{
    public const long Start = 1_795_163_415_123_456;

    private readonly Random _random;

    private PaperJournal(Random random) => _random = random;

    public List<JournalRow> Rows { get; private init; } = [];
    public List<Seal> Seals { get; private init; } = [];

    public static PaperJournal Good(int rows = 12, int seed = 1)
    {
        var journal = new PaperJournal(new Random(seed));
        for (var i = 0; i < rows; i++)
        {
            journal.Rows.Add(journal.NewRow(Start + i * 1_000_003L, i % 4 == 3 ? null : journal.NewId()));
            journal.SealLast();
        }
        return journal;
    }

    public PaperJournal Copy(Random? random = null) => new(random ?? _random) { Rows = [.. Rows], Seals = [.. Seals] };

    public Guid NewId() => new(Bytes(16));

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    public JournalRow NewRow(long at, Guid? person, string kind = "incident", string act = "noted", string? payload = null)
    {
        var (id, org, record, salt) = (NewId(), NewId(), NewId(), Bytes(16));
        var text = Encoding.UTF8.GetBytes(payload ?? $$"""{"Text":"Note {{_random.Next()}} about the tablet."}""");
        return Committed(new()
        {
            Id = id,
            Org = org,
            RecordKind = Encoding.UTF8.GetBytes(kind),
            RecordId = record,
            Act = Encoding.UTF8.GetBytes(act),
            ByIdentity = person,
            AtMicroseconds = at,
            Salt = salt,
            Payload = text,
            PayloadCommitment = null,
            Commitment = null,
        });
    }

    // What an attacker does who knows the format: makes the row agree with itself again.
    public static JournalRow Committed(JournalRow row)
    {
        var payloadCommitment = row.Salt is null ? row.PayloadCommitment! : PaperHash.PayloadCommitment(row.Salt, row.Payload!);
        var commitment = PaperHash.Commitment(row.Id, row.Org!.Value, Encoding.UTF8.GetString(row.RecordKind!), row.RecordId!.Value,
            Encoding.UTF8.GetString(row.Act!), row.ByIdentity, row.AtMicroseconds!.Value, payloadCommitment);
        return row with { PayloadCommitment = payloadCommitment, Commitment = commitment };
    }

    public void SealLast() => Seals.Add(SealFor(Seals.Count + 1, Rows[^1], Seals.Count == 0 ? new byte[32] : Seals[^1].Chain!));

    public void SealAll()
    {
        Seals.Clear();
        var previous = new byte[32];
        foreach (var row in Rows)
        {
            Seals.Add(SealFor(Seals.Count + 1, row, previous));
            previous = Seals[^1].Chain!;
        }
    }

    public void ChangeRow(int index, Func<JournalRow, JournalRow> change) => Rows[index] = change(Rows[index]);

    public void ChangeSeal(int index, Func<Seal, Seal> change) => Seals[index] = change(Seals[index]);

    public void Erase(int index) => ChangeRow(index, row => row with { Salt = null, Payload = null });

    public string WitnessLine(int index) =>
        FormattableString.Invariant($"{Seals[index].Position}\t{Convert.ToHexStringLower(Seals[index].Chain!)}\t2026-11-20T09:00:{index % 60:00}Z");

    public Witness WitnessAt(params int[] indexes) => Witness.Read(indexes.Select(WitnessLine));

    public IReadOnlyList<Fault> Inspect(Witness? witness = null) => Inspect(witness, out _);

    public IReadOnlyList<Fault> Inspect(Witness? witness, out ChainCheck chain)
    {
        var faults = new List<Fault>();
        var rows = Rows.ToLookup(row => row.Id);
        chain = new ChainCheck(witness, faults.Add);
        foreach (var seal in Seals.OrderBy(seal => seal.Position))
            foreach (var row in seal.JournalId is { } id && rows.Contains(id) ? rows[id] : [null!])
                chain.Next(seal, row);
        chain.FinishSeals();

        var once = new SealedOnceCheck(faults.Add);
        foreach (var seal in Seals.OrderBy(seal => seal.JournalId).ThenBy(seal => seal.Position)) once.Next(seal.JournalId, seal.Position);
        return faults;
    }

    private static Seal SealFor(long position, JournalRow row, byte[] previous) => new()
    {
        Position = position,
        JournalId = row.Id,
        Commitment = row.Commitment,
        Chain = PaperHash.Chain(previous, position, row.Commitment!),
        SealedAtMicroseconds = row.AtMicroseconds + 400_000,
    };
}
