using System.Text;
using Lifeguard.Verifier.Check;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Verifier;

public sealed class AttackTests
{
    private readonly PaperJournal _journal = PaperJournal.Good();

    [Theory]
    [InlineData("org", nameof(FaultKind.CommitmentDiffers))]
    [InlineData("record_kind", nameof(FaultKind.CommitmentDiffers))]
    [InlineData("record_id", nameof(FaultKind.CommitmentDiffers))]
    [InlineData("act", nameof(FaultKind.CommitmentDiffers))]
    [InlineData("by_identity", nameof(FaultKind.CommitmentDiffers))]
    [InlineData("at", nameof(FaultKind.CommitmentDiffers))]
    [InlineData("salt", nameof(FaultKind.PayloadDiffers))]
    [InlineData("payload", nameof(FaultKind.PayloadDiffers))]
    [InlineData("payload_commitment", nameof(FaultKind.CommitmentDiffers))]
    [InlineData("commitment", nameof(FaultKind.CommitmentDiffers))]
    public void Row_WithOneBitFlipped_IsFoundAtItsPlace(string field, string kind)
    {
        for (var index = 0; index < _journal.Rows.Count; index++)
        {
            var copy = _journal.Copy();
            copy.ChangeRow(index, row => Mutations.FlipBit(row, field, new Random(index)));

            OnlyAt(copy.Inspect(), index, Enum.Parse<FaultKind>(kind));
        }
    }

    [Theory]
    [InlineData("commitment", nameof(FaultKind.SealDiffersFromRow))]
    [InlineData("chain", nameof(FaultKind.ChainDiffers))]
    public void Seal_WithOneBitFlipped_IsFoundAtItsPlaceAlone(string field, string kind)
    {
        for (var index = 0; index < _journal.Seals.Count; index++)
        {
            var copy = _journal.Copy();
            copy.ChangeSeal(index, seal => Mutations.FlipBit(seal, field, new Random(index)));

            OnlyAt(copy.Inspect(), index, Enum.Parse<FaultKind>(kind));
        }
    }

    [Fact]
    public void Seal_NamingAnotherRow_IsFound()
    {
        _journal.ChangeSeal(5, seal => seal with { JournalId = _journal.NewId() });

        _journal.Inspect().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Kind.ShouldBe(FaultKind.RowMissing),
            fault => fault.Position.ShouldBe(6));
    }

    [Fact]
    public void Row_Deleted_IsFound()
    {
        _journal.Rows.RemoveAt(3);

        OnlyAt(_journal.Inspect(), 3, FaultKind.RowMissing);
    }

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(4, 1, 5)]
    [InlineData(4, 3, 5)]
    public void Seals_Deleted_AreFoundWhereTheyWere(int index, int count, long firstGone)
    {
        _journal.Seals.RemoveRange(index, count);

        var fault = _journal.Inspect().ShouldHaveSingleItem();

        fault.Kind.ShouldBe(FaultKind.PositionMissing);
        fault.Position.ShouldBe(firstGone);
    }

    [Fact]
    public void RowAndSeal_DeletedAndTheRestMovedUp_IsFoundWhereTheChainBreaks()
    {
        _journal.Rows.RemoveAt(4);
        _journal.Seals.RemoveAt(4);
        for (var i = 4; i < _journal.Seals.Count; i++) _journal.ChangeSeal(i, seal => seal with { Position = seal.Position - 1 });

        var faults = _journal.Inspect();

        faults[0].Kind.ShouldBe(FaultKind.ChainDiffers);
        faults[0].Position.ShouldBe(5);
        faults[0].JournalId.ShouldBe(_journal.Rows[4].Id);
    }

    [Fact]
    public void Row_InsertedWithItsSeal_IsFoundWhereTheOldChainResumes()
    {
        var forged = _journal.NewRow(PaperJournal.Start, null);
        var rest = _journal.Seals[6..];
        _journal.Seals.RemoveRange(6, rest.Count);
        _journal.Rows.Add(forged);
        _journal.SealLast();
        _journal.Seals.AddRange(rest.Select(seal => seal with { Position = seal.Position + 1 }));

        var faults = _journal.Inspect();

        faults[0].Kind.ShouldBe(FaultKind.ChainDiffers);
        faults[0].Position.ShouldBe(8);
    }

    [Fact]
    public void Seals_Reordered_AreFoundFromTheFirst()
    {
        var (one, other) = (_journal.Seals[2], _journal.Seals[8]);
        _journal.Seals[2] = other with { Position = 3 };
        _journal.Seals[8] = one with { Position = 9 };

        var broken = _journal.Inspect();

        broken.ShouldAllBe(fault => fault.Kind == FaultKind.ChainDiffers);
        broken.Select(fault => fault.Position!.Value).ShouldBe([3, 4, 9, 10]);
    }

    [Fact]
    public void Rows_Swapped_AreFoundAtBothPlaces()
    {
        var (one, other) = (_journal.Rows[2], _journal.Rows[8]);
        _journal.Rows[2] = other with { Id = one.Id };
        _journal.Rows[8] = one with { Id = other.Id };

        var faults = _journal.Inspect();

        faults.Select(fault => fault.Position!.Value).Distinct().ShouldBe([3, 9]);
        faults.ShouldContain(fault => fault.Kind == FaultKind.CommitmentDiffers && fault.JournalId == one.Id);
    }

    [Fact]
    public void Payloads_Swapped_AreFoundAtBothPlaces()
    {
        var (one, other) = (_journal.Rows[2], _journal.Rows[8]);
        _journal.Rows[2] = one with { Salt = other.Salt, Payload = other.Payload };
        _journal.Rows[8] = other with { Salt = one.Salt, Payload = one.Payload };

        var faults = _journal.Inspect();

        faults.ShouldAllBe(fault => fault.Kind == FaultKind.PayloadDiffers);
        faults.Select(fault => fault.Position!.Value).ShouldBe([3, 9]);
    }

    [Fact]
    public void Seal_Doubled_IsFound()
    {
        _journal.Seals.Add(_journal.Seals[^1]);

        _journal.Inspect().ShouldContain(fault => fault.Kind == FaultKind.PositionRepeated && fault.Position == 12);
    }

    [Fact]
    public void LastRow_SealedAgainWithACorrectChain_IsFound()
    {
        _journal.SealLast();

        var fault = _journal.Inspect().ShouldHaveSingleItem();

        fault.Kind.ShouldBe(FaultKind.SealedTwice);
        fault.Position.ShouldBe(13);
        fault.JournalId.ShouldBe(_journal.Rows[^1].Id);
    }

    [Fact]
    public void Row_Doubled_IsFound()
    {
        _journal.Rows.Add(_journal.Rows[6] with { Act = "closed"u8.ToArray() });

        _journal.Inspect().ShouldContain(fault => fault.Kind == FaultKind.PositionRepeated && fault.Position == 7);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Position_BelowOne_IsFound(long position)
    {
        _journal.Seals.Add(_journal.Seals[0] with { Position = position, JournalId = _journal.NewId() });

        _journal.Inspect().ShouldContain(fault => fault.Kind == FaultKind.PositionRepeated && fault.Position == position);
    }

    [Fact]
    public void FieldBoundary_Moved_IsFound()
    {
        var journal = PaperJournal.Good(2);
        journal.Rows.Add(journal.NewRow(PaperJournal.Start, null, kind: "a", act: "bc"));
        journal.SealLast();
        journal.ChangeRow(2, row => row with { RecordKind = Encoding.UTF8.GetBytes("ab"), Act = Encoding.UTF8.GetBytes("c") });

        OnlyAt(journal.Inspect(), 2, FaultKind.CommitmentDiffers, journal);
    }

    [Fact]
    public void SaltBoundary_Moved_IsFoundAlthoughTheHashIsTheSame()
    {
        _journal.ChangeRow(7, row => row with { Salt = [.. row.Salt!, row.Payload![0]], Payload = row.Payload![1..] });

        OnlyAt(_journal.Inspect(), 7, FaultKind.PayloadDiffers);
    }

    [Fact]
    public void Person_ReplacedByTheEmptyUuid_IsNotTheSameAsNobody()
    {
        _journal.ChangeRow(3, row => row with { ByIdentity = Guid.Empty });

        OnlyAt(_journal.Inspect(), 3, FaultKind.CommitmentDiffers);
    }

    [Fact]
    public void Field_Emptied_IsFoundAndNamed()
    {
        _journal.ChangeRow(3, row => row with { Org = null });

        var fault = _journal.Inspect().ShouldHaveSingleItem();

        fault.Kind.ShouldBe(FaultKind.FieldMissing);
        fault.Sentence.ShouldContain("org");
    }

    [Fact]
    public void Payload_Erased_IsAllowedAndCounted()
    {
        _journal.Erase(5);
        _journal.Erase(6);

        _journal.Inspect(null, out var chain).ShouldBeEmpty();

        chain.PayloadsErased.ShouldBe(2);
        chain.PayloadsWhole.ShouldBe(10);
    }

    [Fact]
    public void Payload_GuessedAfterErasing_IsNotConfirmed()
    {
        var original = _journal.Rows[5];
        _journal.Erase(5);
        _journal.ChangeRow(5, row => row with { Salt = new byte[16], Payload = original.Payload });

        OnlyAt(_journal.Inspect(), 5, FaultKind.PayloadDiffers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Payload_HalfErased_IsFound(bool saltIsLeft)
    {
        _journal.ChangeRow(5, row => saltIsLeft ? row with { Payload = null } : row with { Salt = null });

        OnlyAt(_journal.Inspect(), 5, FaultKind.PayloadHalfErased);
    }

    [Fact]
    public void Row_BackDatedBeforeSealing_IsCountedAsSealedLate()
    {
        _journal.Rows.Add(_journal.NewRow(PaperJournal.Start, null));
        _journal.SealLast();
        _journal.ChangeSeal(12, seal => seal with { SealedAtMicroseconds = PaperJournal.Start + 3_600_000_000 });

        _journal.Inspect(null, out var chain).ShouldBeEmpty();

        chain.SealedLate.Count.ShouldBe(1);
        chain.SealedLate.FirstPosition.ShouldBe(13);
    }

    private void OnlyAt(IReadOnlyList<Fault> faults, int index, FaultKind kind) => OnlyAt(faults, index, kind, _journal);

    private static void OnlyAt(IReadOnlyList<Fault> faults, int index, FaultKind kind, PaperJournal original)
    {
        faults.ShouldContain(fault => fault.Kind == kind);
        faults.ShouldAllBe(fault => fault.Position == index + 1);
        faults.ShouldAllBe(fault => fault.JournalId == original.Seals[index].JournalId);
    }
}
