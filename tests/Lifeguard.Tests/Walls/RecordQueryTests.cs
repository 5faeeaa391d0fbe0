using System.Text.RegularExpressions;

namespace Lifeguard.Tests.Walls;

/// <summary>
/// Pages never look for a record by themselves. A record, a receipt or a task is found through the viewer (IncidentsFor, TasksFor,
/// ReceiptsFor, ActionsFor); after that its own rows may be read by its key, which never stands in an address.
/// So outside Storage a statement that touches one of these sets must add to it, join it to something found, or ask for one key.
/// </summary>
public sealed partial class RecordQueryTests
{
    private static readonly Dictionary<string, string> Excepted = new()
    {
        ["src/Rooms/Incidents/Pages/Incidents/Receipts/Receipt.cshtml.cs"] = "A receipt without an author is opened by its address; the page itself refuses everybody but the author of any other.",
        ["src/Rooms/Incidents/Pages/Incidents/Readers/LetItCross.cs"] = "The child's welfare is found through the allegation beside it, which its own reader holds.",
    };

    [Fact]
    public void Pages_FindRecordsThroughTheViewer_OrByTheKeyOfOneAlreadyFound()
    {
        var faults = Sources.Of(".cs", "src/Rooms/Incidents/Pages").Where(source => !Excepted.ContainsKey(source.Name))
            .SelectMany(source => Faults(source.Text).Select(fault => $"{source.Name}: {fault}"));

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void NoPage_LooksForARecordByItsAddressWithoutTheViewer()
    {
        var faults = Sources.Of(".cs", "src/Rooms/Incidents/Pages").Where(source => !Excepted.ContainsKey(source.Name)).SelectMany(source => ByAddress().Matches(source.Text).Select(match => $"{source.Name}: {match.Value}"));

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void EveryException_IsStillThere()
    {
        Excepted.Keys.ShouldBeSubsetOf(Sources.Of(".cs", "src/Rooms/Incidents/Pages").Select(source => source.Name));
    }

    [Theory]
    [InlineData("var all = await store.Set<Incident>().AsNoTracking().Where(one => one.Org == viewer.Home).ToListAsync(stop);")]
    [InlineData("var count = await store.Set<Incident>().CountAsync(stop);")]
    [InlineData("var one = store.Set<TechnicalTask>().Where(task => task.DoneAt == null).ToList();")]
    [InlineData("foreach (var one in store.Set<Receipt>()) { }")]
    public void Detector_SeesAQueryWithoutAViewer(string code)
    {
        Faults(code).ShouldNotBeEmpty();
    }

    [Fact]
    public void Detector_SeesARecordFoundByItsAddress()
    {
        ByAddress().IsMatch("store.Set<Incident>().SingleOrDefaultAsync(one => one.Reference == reference, stop)").ShouldBeTrue();
        ByAddress().IsMatch("store.IncidentsFor(viewer).SingleOrDefaultAsync(one => one.Reference == reference, stop)").ShouldBeFalse();
    }

    [Theory]
    [InlineData("store.Set<Incident>().Add(incident);")]
    [InlineData("var stored = await store.Set<Incident>().SingleAsync(one => one.Id == heading.Id, stop);")]
    [InlineData("var rows = from action in store.ActionsFor(viewer) join incident in store.Set<Incident>() on action.IncidentId equals incident.Id select incident;")]
    [InlineData("var any = store.IncidentsFor(viewer).Any(one => store.Set<TechnicalTask>().Any(task => task.IncidentId == one.Id));")]
    public void Detector_LetsWhatWasFoundPass(string code)
    {
        Faults(code).ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(string code) =>
        code.Split(';').Where(statement => RecordSet().IsMatch(statement)).Where(statement => !Narrowed().IsMatch(statement))
            .Select(statement => Spaces().Replace(statement, " ").Trim());

    [GeneratedRegex(@"Set<(?:Incident|TechnicalTask|Receipt)>\(\)")]
    private static partial Regex RecordSet();

    [GeneratedRegex(@"\.Add(?:Range)?\(|\b(?:Incident|Technical)?Id == |\bDraftId == |equals \w+\.Id\b|\b\w+\.Id equals\b|\w*[iI]ds\.Contains\(")]
    private static partial Regex Narrowed();

    [GeneratedRegex(@"Set<(?:Incident|TechnicalTask|Receipt)>\(\)[^;]*\bReference == ")]
    private static partial Regex ByAddress();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
