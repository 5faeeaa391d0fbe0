using System.Text;
using Lifeguard.Verifier.Check;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Verifier;

public sealed class WitnessTests
{
    private readonly PaperJournal _journal = PaperJournal.Good();

    [Fact]
    public void Chain_RebuiltWhole_AgreesWithItselfButNotWithTheWitness()
    {
        var witness = _journal.WitnessAt(2, 5, 11);
        _journal.ChangeRow(4, row => PaperJournal.Committed(row with { Payload = "{\"Text\":\"Nothing happened.\"}"u8.ToArray() }));
        _journal.SealAll();

        var alone = _journal.Inspect();
        var faults = _journal.Inspect(witness);

        alone.ShouldBeEmpty();
        faults.ShouldAllBe(fault => fault.Kind == FaultKind.WitnessDiffers);
        faults.Select(fault => fault.Position!.Value).ShouldBe([6, 12]);
        faults[0].Sentence.ShouldContain("up to position 3");
    }

    [Fact]
    public void Tail_CutOff_IsFound()
    {
        var witness = _journal.WitnessAt(5, 11);
        _journal.Seals.RemoveRange(9, 3);
        _journal.Rows.RemoveRange(9, 3);

        var fault = _journal.Inspect(witness).ShouldHaveSingleItem();

        fault.Kind.ShouldBe(FaultKind.WitnessBeyondEnd);
        fault.Position.ShouldBe(12);
        fault.Sentence.ShouldContain("ends at 9");
    }

    [Fact]
    public void OlderCopy_PutBack_IsFound()
    {
        var older = PaperJournal.Good(7);
        var newer = older.Copy();
        newer.Rows.Add(newer.NewRow(PaperJournal.Start, null));
        newer.SealLast();

        older.Inspect(newer.WitnessAt(7)).ShouldHaveSingleItem().Kind.ShouldBe(FaultKind.WitnessBeyondEnd);
    }

    [Fact]
    public void Fork_AfterAnOlderCopy_IsFoundAtTheFirstMarkBehindIt()
    {
        var fork = _journal.Copy();
        var witness = _journal.WitnessAt(5, 6, 8, 11);
        fork.Rows.RemoveRange(7, 5);
        fork.Seals.RemoveRange(7, 5);
        for (var i = 0; i < 5; i++)
        {
            fork.Rows.Add(fork.NewRow(PaperJournal.Start, null));
            fork.SealLast();
        }

        var faults = fork.Inspect(witness);

        fork.Inspect().ShouldBeEmpty();
        faults.Select(fault => fault.Position!.Value).ShouldBe([9, 12]);
        faults[0].Sentence.ShouldContain("up to position 7");
    }

    [Fact]
    public void Mark_InAGap_IsFound()
    {
        var witness = _journal.WitnessAt(4);
        _journal.Seals.RemoveAt(4);

        _journal.Inspect(witness).ShouldContain(fault => fault.Kind == FaultKind.WitnessDiffers && fault.Position == 5);
    }

    [Fact]
    public void Journal_EmptiedWhole_IsFound()
    {
        var witness = _journal.WitnessAt(0, 11);
        _journal.Seals.Clear();
        _journal.Rows.Clear();

        _journal.Inspect(witness).Count(fault => fault.Kind == FaultKind.WitnessBeyondEnd).ShouldBe(2);
    }

    [Fact]
    public void Marks_OutOfOrderRepeatedAndWithComments_Agree()
    {
        string[] lines = ["# kept by the chair", "", _journal.WitnessLine(8), "   ", _journal.WitnessLine(2), _journal.WitnessLine(8), $"0\t{new string('0', 64)}\t2026-11-20T08:00:00.123456+00:00"];

        _journal.Inspect(Witness.Read(lines), out var chain).ShouldBeEmpty();

        chain.Witness.MarksThatAgree.ShouldBe(4);
        chain.Witness.LastThatAgrees!.Position.ShouldBe(9);
    }

    [Fact]
    public void Mark_AtZeroWithAnotherBeginning_IsFound()
    {
        string[] lines = [$"0\t{new string('1', 64)}\t2026-11-20T08:00:00Z"];

        _journal.Inspect(Witness.Read(lines)).ShouldHaveSingleItem().Kind.ShouldBe(FaultKind.WitnessDiffers);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1\tab\t2026-11-20T08:00:00Z")]
    [InlineData("-1\t0000000000000000000000000000000000000000000000000000000000000000\t2026-11-20T08:00:00Z")]
    [InlineData("+1\t0000000000000000000000000000000000000000000000000000000000000000\t2026-11-20T08:00:00Z")]
    [InlineData("1 \t0000000000000000000000000000000000000000000000000000000000000000\t2026-11-20T08:00:00Z")]
    [InlineData("1\tA000000000000000000000000000000000000000000000000000000000000000\t2026-11-20T08:00:00Z")]
    [InlineData("1\tg000000000000000000000000000000000000000000000000000000000000000\t2026-11-20T08:00:00Z")]
    [InlineData("1\t0000000000000000000000000000000000000000000000000000000000000000\tyesterday")]
    [InlineData("1\t0000000000000000000000000000000000000000000000000000000000000000\t")]
    [InlineData("1\t0000000000000000000000000000000000000000000000000000000000000000\t2026-11-20T08:00:00Z\tx")]
    [InlineData("99999999999999999999\t0000000000000000000000000000000000000000000000000000000000000000\t2026-11-20T08:00:00Z")]
    public void Line_ThatCannotBeRead_IsAFaultWithItsNumber(string line)
    {
        var faults = _journal.Inspect(Witness.Read(["# first", line]));

        var fault = faults.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(FaultKind.WitnessMalformed);
        fault.Sentence.ShouldContain("Line 2");
    }

    [Fact]
    public void Mark_WithOneBitFlipped_IsNeverAccepted()
    {
        var line = Encoding.ASCII.GetBytes(_journal.WitnessLine(11));
        var fields = line.AsSpan().LastIndexOf((byte)'\t') + 1;

        for (var bit = 0; bit < fields * 8; bit++)
        {
            var flipped = (byte[])line.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            // A line turned into a comment is out of reach here: the witness itself is trusted.
            if (flipped[0] == '#') continue;

            _journal.Inspect(Witness.Read(Encoding.Latin1.GetString(flipped).Split('\n', '\r'))).ShouldNotBeEmpty($"bit {bit}");
        }
    }
}
