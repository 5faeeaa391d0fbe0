using System.Text;
using Lifeguard.Verifier.Check;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Verifier;

public sealed class TailAndEntryTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddMicroseconds(PaperJournal.Start);
    private readonly List<Fault> _faults = [];

    [Fact]
    public void Tail_WithinTheLimit_IsCountedOnly()
    {
        var tail = new UnsealedTail(TimeSpan.FromMinutes(10), Now.AddMinutes(10), _faults.Add);
        var journal = PaperJournal.Good(3);

        foreach (var row in journal.Rows) tail.Next(row);
        tail.Finish();

        _faults.ShouldBeEmpty();
        (tail.Count, tail.Oldest, tail.Newest).ShouldBe((3, PaperJournal.Start, journal.Rows[^1].AtMicroseconds));
    }

    [Fact]
    public void Tail_OlderThanTheLimit_NamesTheOldestRow()
    {
        var tail = new UnsealedTail(TimeSpan.FromMinutes(10), Now.AddMinutes(10).AddMicroseconds(1), _faults.Add);
        var journal = PaperJournal.Good(3);

        foreach (var row in journal.Rows.AsEnumerable().Reverse()) tail.Next(row);
        tail.Finish();

        var fault = _faults.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(FaultKind.TailTooOld);
        fault.JournalId.ShouldBe(journal.Rows[0].Id);
    }

    [Fact]
    public void Tail_WithARowThatDoesNotAgreeWithItself_IsFound()
    {
        var tail = new UnsealedTail(TimeSpan.FromMinutes(10), Now, _faults.Add);
        var row = PaperJournal.Good(1).Rows[0] with { Act = "closed"u8.ToArray() };

        tail.Next(row);
        tail.Finish();

        _faults.ShouldHaveSingleItem().JournalId.ShouldBe(row.Id);
    }

    [Theory]
    [InlineData("""{"Text":"Spoke to the tutor."}""", true)]
    [InlineData("""{"Author":1,"Text":"Spoke to the tutor."}""", true)]
    [InlineData("""{"Text":"Spoke to the tutor"}""", false)]
    [InlineData("""{"text":"Spoke to the tutor."}""", false)]
    [InlineData("""{"Text":"other","Text":"Spoke to the tutor."}""", false)]
    [InlineData("""{"Text":5}""", false)]
    [InlineData("""{"Text":"\ud800"}""", false)]
    [InlineData("""["Text"]""", false)]
    [InlineData("not json", false)]
    public void Entry_IsComparedWithThePayloadsText(string payload, bool agrees)
    {
        var check = new EntryCheck(_faults.Add);

        check.Next(Guid.Empty, "Spoke to the tutor.", hasRow: true, Encoding.UTF8.GetBytes(payload));

        (_faults.Count == 0).ShouldBe(agrees);
        check.Same.ShouldBe(agrees ? 1 : 0);
    }

    [Fact]
    public void Entry_WithErasedPayload_IsCountedAndWithoutRowIsAFault()
    {
        var check = new EntryCheck(_faults.Add);

        check.Next(Guid.Empty, "Spoke to the tutor.", hasRow: true, null);
        check.Next(Guid.Empty, "Spoke to the tutor.", hasRow: false, null);
        check.Next(null, "Spoke to the tutor.", hasRow: false, null);

        check.Erased.ShouldBe(1);
        _faults.Count.ShouldBe(2);
    }
}
