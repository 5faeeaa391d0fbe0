using Lifeguard.Verifier.Check;

namespace Lifeguard.Tests.Verifier;

// One step of an attacker with full rights to the database who knows the format. The witness is out of reach.
internal static class Mutations
{
    public static readonly string[] RowFields = ["org", "record_kind", "record_id", "act", "by_identity", "at", "salt", "payload", "payload_commitment", "commitment"];
    public static readonly string[] SealFields = ["position", "journal_id", "commitment", "chain"];

    private static readonly Action<PaperJournal, Random>[] All =
    [
        (j, r) => j.ChangeRow(r.Next(j.Rows.Count), row => FlipBit(row, RowFields[r.Next(RowFields.Length)], r)),
        (j, r) => j.ChangeRow(r.Next(j.Rows.Count), row => FlipBit(row, RowFields[r.Next(RowFields.Length)], r)),
        (j, r) => j.ChangeSeal(r.Next(j.Seals.Count), seal => FlipBit(seal, SealFields[r.Next(SealFields.Length)], r)),
        (j, r) => j.ChangeRow(r.Next(j.Rows.Count), row => Empty(row, r.Next(9))),
        (j, r) => j.Rows.RemoveAt(r.Next(j.Rows.Count)),
        (j, r) => j.Seals.RemoveAt(r.Next(j.Seals.Count)),
        (j, r) => j.Seals.RemoveRange(r.Next(1, j.Seals.Count), 1),
        (j, r) => { var keep = r.Next(1, j.Seals.Count); j.Seals.RemoveRange(keep, j.Seals.Count - keep); },
        (j, r) => j.Rows.Add(j.Rows[r.Next(j.Rows.Count)]),
        (j, r) => j.Seals.Add(j.Seals[r.Next(j.Seals.Count)]),
        SwapSeals, SwapContent, SwapPayloads, MoveBoundary, MoveSaltBoundary, SealTwice, EditAndSealAgain, DeleteAndSealAgain, InsertAndSealAgain, ReorderAndSealAgain,
        (j, r) => j.Erase(r.Next(j.Rows.Count)),
        (j, r) => j.ChangeRow(r.Next(j.Rows.Count), row => row with { Salt = j.Bytes(16), Payload = "{\"Text\":\"guess\"}"u8.ToArray() }),
        (j, r) => j.ChangeRow(r.Next(j.Rows.Count), row => IsWhole(row) ? PaperJournal.Committed(row with { ByIdentity = j.NewId() }) : row),
    ];

    public static void One(PaperJournal journal, Random random)
    {
        if (journal.Rows.Count < 3 || journal.Seals.Count < 3) return;

        All[random.Next(All.Length)](journal, random);
    }

    public static JournalRow FlipBit(JournalRow row, string field, Random random) => field switch
    {
        "org" => row with { Org = Flip(row.Org, random) },
        "record_kind" => row with { RecordKind = Flip(row.RecordKind, random) },
        "record_id" => row with { RecordId = Flip(row.RecordId, random) },
        "act" => row with { Act = Flip(row.Act, random) },
        "by_identity" => row with { ByIdentity = row.ByIdentity is null ? Guid.Empty : Flip(row.ByIdentity, random) },
        "at" => row with { AtMicroseconds = row.AtMicroseconds ^ (1L << random.Next(64)) },
        "salt" => row with { Salt = Flip(row.Salt, random) },
        "payload" => row with { Payload = Flip(row.Payload, random) },
        "payload_commitment" => row with { PayloadCommitment = Flip(row.PayloadCommitment, random) },
        "commitment" => row with { Commitment = Flip(row.Commitment, random) },
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    public static Seal FlipBit(Seal seal, string field, Random random) => field switch
    {
        "position" => seal with { Position = seal.Position ^ (1L << random.Next(64)) },
        "journal_id" => seal with { JournalId = Flip(seal.JournalId, random) },
        "commitment" => seal with { Commitment = Flip(seal.Commitment, random) },
        "chain" => seal with { Chain = Flip(seal.Chain, random) },
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static byte[]? Flip(byte[]? bytes, Random random)
    {
        if (bytes is not { Length: > 0 }) return bytes;

        var flipped = (byte[])bytes.Clone();
        flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static Guid? Flip(Guid? id, Random random) => id is null ? null : new Guid(Flip(id.Value.ToByteArray(), random)!);

    private static JournalRow Empty(JournalRow row, int field) => field switch
    {
        0 => row with { Org = null },
        1 => row with { RecordKind = null },
        2 => row with { RecordId = null },
        3 => row with { Act = null },
        4 => row with { ByIdentity = null },
        5 => row with { AtMicroseconds = null },
        6 => row with { Salt = null },
        7 => row with { Payload = null },
        _ => row with { PayloadCommitment = null, Commitment = null },
    };

    private static void SwapSeals(PaperJournal journal, Random random)
    {
        var (a, b) = (random.Next(journal.Seals.Count), random.Next(journal.Seals.Count));
        var (one, other) = (journal.Seals[a], journal.Seals[b]);
        journal.Seals[a] = other with { Position = one.Position };
        journal.Seals[b] = one with { Position = other.Position };
    }

    private static void SwapContent(PaperJournal journal, Random random)
    {
        var (a, b) = (random.Next(journal.Rows.Count), random.Next(journal.Rows.Count));
        var (one, other) = (journal.Rows[a], journal.Rows[b]);
        journal.Rows[a] = other with { Id = one.Id };
        journal.Rows[b] = one with { Id = other.Id };
    }

    private static void SwapPayloads(PaperJournal journal, Random random)
    {
        var (a, b) = (random.Next(journal.Rows.Count), random.Next(journal.Rows.Count));
        var (one, other) = (journal.Rows[a], journal.Rows[b]);
        journal.Rows[a] = one with { Salt = other.Salt, Payload = other.Payload };
        journal.Rows[b] = other with { Salt = one.Salt, Payload = one.Payload };
    }

    private static void MoveBoundary(PaperJournal journal, Random random) => journal.ChangeRow(random.Next(journal.Rows.Count), row =>
        row is { RecordKind: { Length: > 0 } kind, Act: { } act } ? row with { RecordKind = kind[..^1], Act = [kind[^1], .. act] } : row);

    private static void MoveSaltBoundary(PaperJournal journal, Random random) => journal.ChangeRow(random.Next(journal.Rows.Count), row =>
        row is { Salt: { } salt, Payload: { Length: > 0 } payload } ? row with { Salt = [.. salt, payload[0]], Payload = payload[1..] } : row);

    private static void SealTwice(PaperJournal journal, Random random)
    {
        journal.Rows.Add(journal.Rows[random.Next(journal.Rows.Count)]);
        if (journal.Rows[^1].Commitment is not null && journal.Seals[^1].Chain is not null) journal.SealLast();
        journal.Rows.RemoveAt(journal.Rows.Count - 1);
    }

    private static void EditAndSealAgain(PaperJournal journal, Random random)
    {
        journal.ChangeRow(random.Next(journal.Rows.Count), row => IsWhole(row) ? PaperJournal.Committed(row with { AtMicroseconds = row.AtMicroseconds + random.Next(2) }) : row);
        SealAgain(journal);
    }

    private static void DeleteAndSealAgain(PaperJournal journal, Random random)
    {
        journal.Rows.RemoveAt(random.Next(journal.Rows.Count));
        SealAgain(journal);
    }

    private static void InsertAndSealAgain(PaperJournal journal, Random random)
    {
        // Never at the end: a row put after the last mark and sealed is simply the next row.
        journal.Rows.Insert(random.Next(journal.Rows.Count), journal.NewRow(PaperJournal.Start, null));
        SealAgain(journal);
    }

    private static void ReorderAndSealAgain(PaperJournal journal, Random random)
    {
        var moved = random.Next(journal.Rows.Count);
        var row = journal.Rows[moved];
        journal.Rows.RemoveAt(moved);
        journal.Rows.Insert(random.Next(journal.Rows.Count + 1), row);
        SealAgain(journal);
    }

    private static void SealAgain(PaperJournal journal)
    {
        if (journal.Rows.TrueForAll(row => row.Commitment is not null)) journal.SealAll();
    }

    // Flipped text may not be UTF-8 any more; such a row cannot be committed to again by way of text.
    public static bool IsWhole(JournalRow row) =>
        row.MissingFields().Length == 0 && row.Salt is null == row.Payload is null && System.Text.Unicode.Utf8.IsValid(row.RecordKind!) && System.Text.Unicode.Utf8.IsValid(row.Act!);
}
