using System.Globalization;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Ui.Print;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>The log, on screen or as PDF. One row of the journal names every record on it, before any is shown.</summary>
internal abstract class LogPage(FindLog find, ListReading reading) : RoomPage
{
    [FromQuery(Name = "school")] public Guid School { get; set; }

    [FromQuery(Name = "from")] public string? From { get; set; }

    [FromQuery(Name = "to")] public string? To { get; set; }

    [FromQuery(Name = "names")] public string? Names { get; set; }

    /// <summary>Null when the address holds no sound choice: then the choices are shown first.</summary>
    public LogSheet? Sheet { get; private set; }

    protected abstract string How { get; }

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Day(From, out var from) || !Day(To, out var to) || to < from || Names is not ("yes" or "no")) return true;
        var choice = new LogChoice(School, from, to, Names == "yes");
        if ((await find.SchoolsAsync(Viewer, stop)).FirstOrDefault(one => one.Id == School) is not { } school) return false;
        if (await find.CountAsync(Viewer, choice, stop) > FindLog.Most) return true;

        var sheet = await find.RunAsync(Viewer, choice, school.Name, stop);
        await reading.NoteAsync(Viewer, $"log, {How}", [.. sheet.Lines.Select(line => new Shown(School, line.Id))], stop);
        Sheet = sheet;
        return true;
    }

    public IActionResult OnGet() => Sheet is { } sheet ? Show(sheet) : Redirect("/log/print");

    protected abstract IActionResult Show(LogSheet sheet);

    private static bool Day(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is > 1900 and < 9000;
}

[Needs(IncidentPermissions.Work), StepUp]
internal sealed class LogModel(FindLog find, ListReading reading) : LogPage(find, reading)
{
    protected override string How => "printed";

    protected override IActionResult Show(LogSheet sheet) => Page();
}

[Needs(IncidentPermissions.Work), StepUp]
internal sealed class LogPdfModel(FindLog find, ListReading reading) : LogPage(find, reading)
{
    protected override string How => "exported";

    protected override IActionResult Show(LogSheet sheet) => new PdfResult(sheet.Foot, "/log/print/sheet" + sheet.Choice.Query);
}
