using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lifeguard.Gateway.Tests.Live;

public sealed class LiveFilterTests : IDisposable
{
    private readonly string _folder = SmallGate.Folder();
    private readonly LiveFilter _live;

    public LiveFilterTests() => _live = new LiveFilter(new GateFolder(_folder), new Leases(), TimeProvider.System, NullLogger<LiveFilter>.Instance);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private LiveFilter Again()
    {
        var live = new LiveFilter(new GateFolder(_folder), new Leases(), TimeProvider.System, NullLogger<LiveFilter>.Instance);
        live.Look();
        return live;
    }

    private string At(string name) => Path.Combine(_folder, name);

    [Fact]
    public void Folder_IsReadOnce_AndAgainWhenAFileIsAnotherOne()
    {
        _live.Look().ShouldBeTrue();
        var first = _live.Current.ShouldNotBeNull();
        _live.Look().ShouldBeFalse();

        File.WriteAllText(At("overlay.yml"), "overlay: 1\nexceptions:\n  - { open: games.test, decided by: The head }\n");
        _live.Look().ShouldBeTrue();

        _live.Faults.ShouldBeEmpty();
        _live.Current!.Filter.Overlay.Version.ShouldBe("1");
        _live.Current.Tag.ShouldNotBe(first.Tag);
        File.Delete(At("overlay.yml"));
        _live.Look();
        _live.Current.Tag.ShouldBe(first.Tag);
    }

    [Theory]
    [InlineData("policy.yml", "policy: 1\nschool: A school\nlowest level: nobody\n", "policy.yml, line 3")]
    [InlineData("overlay.yml", "overlay: 1\nexceptions:\n  - { open: games.test, for: level nobody }\n", "overlay.yml, line 3")]
    [InlineData("overlay.yml", "{{{", "overlay.yml, line ")]
    [InlineData("lists.snapshot", "no lists at all", "lists.snapshot: ")]
    [InlineData("lists.snapshot", "", "lists.snapshot: ")]
    public void BadFile_IsRefusedWithItsLine_AndTheLastGoodOneStays(string name, string content, string fault)
    {
        _live.Look();
        var good = _live.Current!.Tag;

        File.WriteAllText(At(name), content);
        _live.Look();

        _live.Current!.Tag.ShouldBe(good);
        _live.Faults.ShouldContain(one => one.StartsWith(fault, StringComparison.Ordinal), string.Join('\n', _live.Faults));
    }

    [Theory]
    [InlineData("policy.yml")]
    [InlineData("lists.snapshot")]
    public void FileThatIsGone_LeavesTheLastOne(string name)
    {
        _live.Look();
        File.Delete(At(name));
        _live.Look();

        _live.Current.ShouldNotBeNull();
        _live.Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public void FirstPolicyThatIsWrong_LeavesNothing()
    {
        File.WriteAllText(At("policy.yml"), "policy: 1\n");
        _live.Look();

        _live.Current.ShouldBeNull();
        _live.Faults.ShouldNotBeEmpty();
    }

    /// <summary>Phrases are part of what a policy says: read when their own file is another one, refused by its line.</summary>
    [Fact]
    public void Phrases_AreReadWhenTheirFileChanges_AndTheLastGoodOnesStay()
    {
        _live.Look();
        var first = _live.Current!.Filter.Policy;

        File.WriteAllText(At("phrases.txt"), "60 free slots\n60 another word\n");
        _live.Look().ShouldBeTrue();
        var second = _live.Current!.Filter.Policy;
        second.Version.ShouldNotBe(first.Version);

        File.WriteAllText(At("phrases.txt"), "60 free slots\nno weight at all\n");
        _live.Look().ShouldBeTrue();
        _live.Current!.Filter.Policy.ShouldBeSameAs(second);
        _live.Faults.ShouldBe(["phrases.txt, line 2: a line is a weight and a phrase: 50 free slots"]);

        // An exception does not wait for whoever mends the phrases.
        File.WriteAllText(At("overlay.yml"), "overlay: 1\nexceptions:\n  - { open: games.test }\n");
        _live.Look();
        _live.Current!.Filter.Overlay.Version.ShouldBe("1");
        _live.Faults.ShouldHaveSingleItem();

        File.Delete(At("phrases.txt"));
        _live.Look();
        _live.Faults.ShouldHaveSingleItem().ShouldContain("there is no file \"phrases.txt\"");
        File.WriteAllText(At("phrases.txt"), "60 free slots\n");
        _live.Look();
        _live.Faults.ShouldBeEmpty();
        _live.Current!.Filter.Policy.Version.ShouldNotBe(second.Version);
    }

    [Theory]
    [InlineData("games", "policy.yml, line 7")]
    [InlineData("never", "policy.yml, line 1")]
    public void ListWithoutOneEntry_IsNeverTaken_WhateverSomebodyAccepts(string empty, string fault)
    {
        _live.Look();
        var good = _live.Current!.Filter.Snapshot;
        SmallGate.WriteLists(At("lists.snapshot"), ("adult", "adult.test\n"), ("games", empty == "games" ? "# nothing\n" : "games.test\n"), ("never", empty == "never" ? "" : "sealed.test\n"));
        File.WriteAllText(At("lists.accept"), Lifeguard.Filtering.Engine.Snapshot.FilterSnapshot.Open(At("lists.snapshot"), out _)!.Version);
        _live.Look();

        _live.Current!.Filter.Snapshot.ShouldBeSameAs(good);
        _live.Faults.ShouldHaveSingleItem().ShouldStartWith(fault);
        _live.Faults[0].ShouldEndWith("has not one entry");
    }

    [Fact]
    public void DamagedLists_AtAStart_LeaveThoseThatWereTaken()
    {
        _live.Look();
        var good = _live.Current!.Tag;
        // What was taken is kept at the next look: a start does not wait for the disk.
        _live.Look();
        File.WriteAllText(At("lists.snapshot"), "no lists at all");

        var again = Again();
        again.Current!.Tag.ShouldBe(good);
        again.Faults.ShouldHaveSingleItem().ShouldStartWith("lists.snapshot: ");
    }

    [Fact]
    public void ListsThatShrink_WaitUntilSomebodyAccepts()
    {
        string[] names = [.. Enumerable.Range(0, 100).Select(i => $"a{i}.test")];
        Write(100);
        _live.Look();
        var big = _live.Current!.Filter.Snapshot.Version;

        Write(79);
        _live.Look();
        _live.Current!.Filter.Snapshot.Version.ShouldBe(big);
        _live.Faults.Count.ShouldBe(2);
        _live.Faults[0].ShouldBe("lists.snapshot: The list adult had 100 entries and would have 79.");
        var fault = _live.Faults[1];
        fault.ShouldContain("lists.accept");
        _live.Waiting.ShouldBe(_live.Faults);

        // Whatever else changes, the fault stays said; and whoever starts now goes on from the lists that held.
        var faults = _live.Faults;
        File.AppendAllText(At("policy.yml"), "\n# looked at\n");
        _live.Look();
        _live.Faults.ShouldBe(faults);
        Again().Current!.Filter.Snapshot.Version.ShouldBe(big);

        File.WriteAllText(At("lists.accept"), "another\n");
        _live.Look();
        _live.Current!.Filter.Snapshot.Version.ShouldBe(big);

        File.WriteAllText(At("lists.accept"), fault.Split("its version ")[1].Split(' ')[0] + "\n");
        _live.Look();
        _live.Current!.Filter.Snapshot.Version.ShouldNotBe(big);
        _live.Faults.ShouldBeEmpty();
        _live.Waiting.ShouldBeEmpty();
        File.Delete(At("lists.accept"));
        _live.Look();
        Again().Faults.ShouldBeEmpty();

        // A fifth less, and no more, is an ordinary day.
        Write(64);
        _live.Look();
        _live.Faults.ShouldBeEmpty();

        void Write(int count) => SmallGate.WriteLists(At("lists.snapshot"), ("adult", string.Join('\n', names[..count])), ("games", "games.test\n"), ("never", "sealed.test\n"));
    }
}
