using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lifeguard.Gateway.Tests.Live;

public sealed class LiveFilterTests : IDisposable
{
    private readonly string _folder = SmallGate.Folder();
    private readonly LiveFilter _live;

    public LiveFilterTests() => _live = new LiveFilter(new GatewaySettings { Folder = _folder }, new Leases(), TimeProvider.System, NullLogger<LiveFilter>.Instance);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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

    [Fact]
    public void ListsThatShrink_WaitUntilSomebodyAccepts()
    {
        string[] names = [.. Enumerable.Range(0, 100).Select(i => $"a{i}.test")];
        Write(100);
        _live.Look();
        var big = _live.Current!.Filter.Snapshot.Version;

        Write(20);
        _live.Look();
        _live.Current!.Filter.Snapshot.Version.ShouldBe(big);
        var fault = _live.Faults.ShouldHaveSingleItem();
        fault.ShouldContain("lists.accept");
        _live.Waits.ShouldBe(fault);

        // Whatever else changes, the fault stays said.
        File.AppendAllText(At("policy.yml"), "\n# looked at\n");
        _live.Look();
        _live.Faults.ShouldBe([fault]);

        File.WriteAllText(At("lists.accept"), "another\n");
        _live.Look();
        _live.Current!.Filter.Snapshot.Version.ShouldBe(big);

        File.WriteAllText(At("lists.accept"), fault.Split("its version ")[1].Split(' ')[0] + "\n");
        _live.Look();
        _live.Current!.Filter.Snapshot.Version.ShouldNotBe(big);
        _live.Faults.ShouldBeEmpty();
        _live.Waits.ShouldBeNull();

        void Write(int count) => SmallGate.WriteLists(At("lists.snapshot"), ("adult", string.Join('\n', names[..count])), ("games", "games.test\n"), ("never", "sealed.test\n"));
    }
}
