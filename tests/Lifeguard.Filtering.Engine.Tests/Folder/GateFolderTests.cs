using System.Text;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Folder;

namespace Lifeguard.Filtering.Engine.Tests.Folder;

/// <summary>A gateway, and a site that reads the same folder now and then.</summary>
public sealed class GateFolderTests : IDisposable
{
    private const string Policy =
        """
        policy: 1
        school: A school
        lowest level: pupils
        categories: { games: { title: Games, lists: [games] } }
        groups: { chess: pupils }
        levels: { pupils: { title: Pupils, blocks: [games] } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-folder-").FullName;
    private readonly GateFolder _gateway;
    private readonly GateFolder _site;

    public GateFolderTests()
    {
        (_gateway, _site) = (new GateFolder(_folder), new GateFolder(_folder));
        File.WriteAllText(In(GateFolder.PolicyFile), Policy);
        Lists(100);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheSite_GoesByWhatTheGatewayTook_HoweverSeldomItLooks()
    {
        Take();
        Entries(_site).ShouldBe(100);

        // Two steps of the gateway are one for whoever looks seldom.
        foreach (var count in new[] { 85, 70 })
        {
            Lists(count);
            Take();
        }

        Entries(_site).ShouldBe(70);

        // In the site's memory they grow; in the gateway's they shrink.
        Lists(100);
        Take();
        Lists(75);
        Take();
        Entries(_site).ShouldBe(100);
    }

    [Fact]
    public void WhoeverStartsAnew_GoesOnFromWhatWasTaken()
    {
        Take();
        Lists(79);
        var state = new GateFolder(_folder).Look().ShouldNotBeNull();
        state.Filter!.Snapshot.Entries.ShouldBe(100);
        state.Faults.ShouldContain("lists.snapshot: The list games had 100 entries and would have 79.");

        File.Delete(In(GateFolder.ListsFile));
        state = new GateFolder(_folder).Look().ShouldNotBeNull();
        state.Filter!.Snapshot.Entries.ShouldBe(100);
        state.Faults.ShouldBe(["lists.snapshot is gone; the last lists stay."]);
    }

    [Fact]
    public void AListThatIsGone_HasShrunk()
    {
        Take();
        Compile(("games", Names(100)), ("more", Names(5)));
        Take();
        Compile(("games", Names(100)));

        Take().ShouldContain("lists.snapshot: The list more had 5 entries and would have 0.");
    }

    [Fact]
    public void TakenLists_AreThoseThatHold_ByteForByte()
    {
        Take();
        File.ReadAllBytes(In(GateFolder.TakenFile)).ShouldBe(File.ReadAllBytes(In(GateFolder.ListsFile)));
        _gateway.Look().ShouldBeNull();
    }

    [Fact]
    public void AnOverlay_IsReadAgainForAnotherPolicy()
    {
        File.WriteAllText(In(GateFolder.OverlayFile), "overlay: 1\npeople:\n  a.pupil: { groups: [chess] }\n");
        Take().ShouldBeEmpty();

        File.WriteAllText(In(GateFolder.PolicyFile), Policy.Replace("chess", "drama", StringComparison.Ordinal));
        var state = _gateway.Look().ShouldNotBeNull();
        state.Filter.ShouldBeNull();
        state.Faults.ShouldContain("overlay.yml, line 3: there is no group \"chess\"");
        _gateway.Look().ShouldBeNull();
    }

    private IReadOnlyList<string> Take()
    {
        var state = _gateway.Look().ShouldNotBeNull();
        if (state.Filter is { } filter) _gateway.Keep(filter.Snapshot).ShouldBeNull();
        return state.Faults;
    }

    private long _entries;

    private long Entries(GateFolder folder)
    {
        if (folder.Look() is { Filter: { } filter }) _entries = filter.Snapshot.Entries;
        return _entries;
    }

    private void Lists(int count) => Compile(("games", Names(count)));

    private static string Names(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => $"games{i}.test"));

    private void Compile(params (string List, string Lines)[] lists)
    {
        var compiler = new ListCompiler();
        foreach (var (list, lines) in lists) compiler.Add(new ListFile(list, list, Small.Now, Encoding.UTF8.GetBytes(lines)));
        compiler.Write(In(GateFolder.ListsFile));
    }

    private string In(string name) => Path.Combine(_folder, name);
}
