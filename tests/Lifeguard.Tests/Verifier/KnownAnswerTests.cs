using System.Globalization;
using System.Text;
using Lifeguard.Verifier.Check;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Verifier;

// The answers were computed with Python's hashlib, not with this code; the program is in docs/journal-format.md.
public sealed class KnownAnswerTests
{
    [Fact]
    public void Hashes_OfEveryVector_AreTheKnownAnswers()
    {
        var hashes = new Hashes();
        var (payload, commitment, chain) = (new byte[32], new byte[32], new byte[32]);

        foreach (var (seal, row) in Vectors())
        {
            hashes.PayloadCommitment(row.Salt, row.Payload, payload);
            hashes.Commitment(row, commitment);
            hashes.Chain(chain, seal.Position, commitment, chain);

            payload.ShouldBe(row.PayloadCommitment);
            commitment.ShouldBe(row.Commitment);
            chain.ShouldBe(seal.Chain);
        }
    }

    [Fact]
    public void Check_OfTheVectorsAsAJournal_FindsNoFault()
    {
        var faults = new List<Fault>();
        var check = new ChainCheck(null, faults.Add);

        foreach (var (seal, row) in Vectors()) check.Next(seal, row);

        faults.ShouldBeEmpty();
        check.PayloadsWhole.ShouldBe(7);
    }

    [Fact]
    public void Vectors_InstantAndCount_AreTheSameMoment()
    {
        foreach (var fields in Lines())
            Instant.ToMicroseconds(DateTimeOffset.Parse(fields[7], CultureInfo.InvariantCulture)).ShouldBe(long.Parse(fields[8], CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string[]> Lines() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Verifier", "vectors.csv")).Skip(1).Select(line => line.Split(','));

    private static IEnumerable<(Seal Seal, JournalRow Row)> Vectors() => Lines().Select(fields =>
    {
        var row = new JournalRow
        {
            Id = Guid.Parse(fields[1]),
            Org = Guid.Parse(fields[2]),
            RecordKind = Encoding.UTF8.GetBytes(fields[3]),
            RecordId = Guid.Parse(fields[4]),
            Act = Encoding.UTF8.GetBytes(fields[5]),
            ByIdentity = fields[6].Length == 0 ? null : Guid.Parse(fields[6]),
            AtMicroseconds = long.Parse(fields[8], CultureInfo.InvariantCulture),
            Salt = Convert.FromHexString(fields[9]),
            Payload = Convert.FromHexString(fields[10]),
            PayloadCommitment = Convert.FromHexString(fields[11]),
            Commitment = Convert.FromHexString(fields[12]),
        };
        var seal = new Seal
        {
            Position = long.Parse(fields[0], CultureInfo.InvariantCulture),
            JournalId = row.Id,
            Commitment = row.Commitment,
            Chain = Convert.FromHexString(fields[13]),
            SealedAtMicroseconds = row.AtMicroseconds,
        };
        return (seal, row);
    });
}
