using System.Text.RegularExpressions;
using Lifeguard.Tests.Walls;

namespace Lifeguard.Tests.Custody;

/// <summary>Pages of custody find what they show through the viewer (<c>CustodyReach</c>); a set is touched only to add to it or by a key that was found so.</summary>
public sealed partial class CustodyQueryTests
{
    [Fact]
    public void Pages_FindThroughTheViewer_OrByTheKeyOfSomethingAlreadyFound()
    {
        var sources = Sources.Of(".cs", "src/Rooms/Custody/Pages").ToList();

        sources.Count.ShouldBeGreaterThan(30);
        sources.SelectMany(source => Faults(source.Text).Select(fault => $"{source.Name}: {fault}")).ShouldBeEmpty();
    }

    [Fact]
    public void Detector_SeesAQueryWithoutAViewer()
    {
        Faults("var all = await store.Set<Item>().Where(one => one.Org == viewer.Home).ToListAsync(stop);").ShouldHaveSingleItem();
        Faults("var one = await store.Set<DeviceSearch>().SingleAsync(one => one.Reference == reference, stop);").ShouldHaveSingleItem();
        Faults("var one = await store.Set<Confiscation>().SingleAsync(one => one.Id == id, stop);").ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(string code) => code.Split(';').Where(statement => Set().IsMatch(statement) && !ByKey().IsMatch(statement)).Select(statement => statement.Trim());

    [GeneratedRegex(@"Set<(?:Item|TechnicianOrder|Confiscation|DeviceSearch)>\(\)")]
    private static partial Regex Set();

    [GeneratedRegex(@"\b\w*Id == ")]
    private static partial Regex ByKey();
}
