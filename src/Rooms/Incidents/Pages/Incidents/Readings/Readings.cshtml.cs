using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Incidents.Pages.Incidents.Readings;

/// <summary>"Who saw this?": every reading of one record, from the journal.</summary>
[Needs(IncidentPermissions.Work), StepUp]
internal sealed class ReadingsModel(IncidentPages pages, FindReadings findReadings) : RoomPage
{
    /// <summary>How this page itself is noted: asking who read is a reading as well.</summary>
    public const string How = "readings";

    [FromRoute] public RandomReference Reference { get; set; }

    [FromQuery(Name = "reader")] public int? ReaderNumber { get; set; }

    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;

    public IncidentHeading Heading { get; private set; } = null!;

    public ReadingsFound Found { get; private set; } = null!;

    /// <summary>People who asked for the record and may not know of it: the newest, and how many in all.</summary>
    public (IReadOnlyList<Reading> Newest, int All) Attempts { get; private set; }

    public IReadOnlyList<SelectListItem> Readers =>
        [.. Found.Readers.OrderBy(one => one.Name, StringComparer.CurrentCulture).Select(one => new SelectListItem($"{one.Name} ({one.Times})", $"{one.Number}"))];

    public int Pages => Math.Max(1, (Found.Count + FindReadings.PageSize - 1) / FindReadings.PageSize);

    public string PageAddress => Links.Incident(Reference, "readings") + (ReaderNumber is { } number ? $"?reader={number}&page={{page}}" : "?page={page}");

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await pages.HeadingAsync(Viewer, Reference, stop) is not { WorksOn: true } heading) return false;

        Heading = heading;
        PageNumber = Math.Max(1, PageNumber);
        await pages.NoteReadingAsync(Viewer, heading.Org, heading.Id, How, stop);
        Found = await findReadings.RunAsync(heading.Id, ReaderNumber, PageNumber, stop);
        Attempts = await findReadings.AttemptsAsync(heading.Id, stop);
        return PageNumber <= Pages;
    }
}
