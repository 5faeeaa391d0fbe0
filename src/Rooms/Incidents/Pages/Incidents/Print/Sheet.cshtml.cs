using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Kernel;
using Lifeguard.Ui.Print;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>The form, on screen or as PDF. The reading is committed before a word of it is looked up.</summary>
internal abstract class SheetPage(IncidentPages pages, OpenRecord open, FindSheet find) : RoomPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [FromQuery(Name = "chronology")] public string? Chronology { get; set; }

    [FromQuery(Name = "names")] public string? Kept { get; set; }

    /// <summary>Null when the address holds no choice: then the choices are shown first.</summary>
    public IncidentSheet? Sheet { get; private set; }

    /// <summary>In one word, for the list of readings.</summary>
    protected abstract string How { get; }

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (PrintChoice.Read(Chronology, Kept) is not { } choice) return await pages.HeadingAsync(Viewer, Reference, stop) is not null;
        if (await open.RunAsync(Viewer, Reference, How, stop) is not { } heading) return false;

        Sheet = await find.RunAsync(Viewer, heading, choice, stop);
        return Sheet is not null;
    }

    public IActionResult OnGet() => Sheet is { } sheet ? Show(sheet) : Redirect(Links.Incident(Reference, "print"));

    protected abstract IActionResult Show(IncidentSheet sheet);
}

[Needs(IncidentPermissions.Work), StepUp]
internal sealed class SheetModel(IncidentPages pages, OpenRecord open, FindSheet find) : SheetPage(pages, open, find)
{
    protected override string How => "printed";

    protected override IActionResult Show(IncidentSheet sheet) => Page();
}

[Needs(IncidentPermissions.Work), StepUp]
internal sealed class SheetPdfModel(IncidentPages pages, OpenRecord open, FindSheet find) : SheetPage(pages, open, find)
{
    protected override string How => "exported";

    protected override IActionResult Show(IncidentSheet sheet) => new PdfResult(sheet.Foot, Links.Incident(Reference, "print/sheet") + sheet.Choice.Query);
}

/// <summary>For another program. The file's name is the same for every record.</summary>
[Needs(IncidentPermissions.Work), StepUp]
internal sealed class SheetJsonModel(IncidentPages pages, OpenRecord open, FindSheet find) : SheetPage(pages, open, find)
{
    protected override string How => "exported";

    protected override IActionResult Show(IncidentSheet sheet) => File(SheetJson.Write(sheet), "application/json", "record.json");
}
