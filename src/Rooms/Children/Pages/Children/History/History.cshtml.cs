using Lifeguard.Children.Model;
using Lifeguard.Children.Pages.Children.Facts;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.History;

/// <summary>What was on file on a day, everything that was ever entered, and who opened the file.</summary>
[Needs(ChildrenPermissions.Files), StepUp]
internal sealed class HistoryModel(ChildPages pages, FindFacts findFacts, Store store) : ChildPage(pages)
{
    private const int MostReadings = 100;

    [BindProperty(SupportsGet = true)] public DateParts On { get; set; }

    public DateOnly? Day { get; private set; }

    public IReadOnlyList<FactLine> Facts { get; private set; } = [];

    public IReadOnlyList<(DateTimeOffset At, string Name, string How)> Readings { get; private set; } = [];

    protected override string How => "history";

    protected override async Task<bool> LoadFileAsync(CancellationToken stop)
    {
        if (!On.IsEmpty) Day = RequireDay(On, nameof(On), "The day");
        var all = await findFacts.OfAsync(Heading.File.Id, stop);
        Facts = [.. all.Where(line => Day is not { } day || line.Fact.Holds(day)).OrderBy(line => line.Fact.Kind).ThenByDescending(line => line.Fact.From)];
        var id = Heading.File.Id;
        var rows = await store.Set<JournalRow>().AsNoTracking().Where(row => row.RecordKind == ChildFile.Kind && row.RecordId == id && (row.Act == nameof(RecordRead) || row.Act == nameof(RecordRefused)))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(MostReadings).Select(row => new { row.At, row.Act, row.Payload }).ToListAsync(stop);
        Readings = [.. rows.Select(row => (row.At, JournalWords.ByName(row.Payload) ?? "Erased", row.Act == nameof(RecordRefused) ? "Asked for it, and may not know of it: was shown nothing" : HowIn(row.Payload)))];
        return true;
    }

    private static string HowIn(string? payload) => JournalWords.Of(payload, nameof(RecordRead.How)) switch
    {
        "history" => "Looked at the history",
        "printed" => "Printed it",
        "looked through" => "Looked through it for a copy of somebody's data",
        "exported" => "Sent it, or looked at what would be sent",
        _ => "Opened it",
    };
}
