using Lifeguard.Ui.Print;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>The form without anything in it, for a day when nothing works. Nothing is read, so nothing is noted.</summary>
[SignedIn]
internal class BlankModel(FindBlank find) : RoomPage
{
    public const string Href = "/forms/blank";

    public BlankSheet Sheet { get; private set; } = null!;

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Sheet = await find.RunAsync(Viewer, stop);
        return true;
    }
}

[SignedIn]
internal sealed class BlankPdfModel(FindBlank find) : BlankModel(find)
{
    public IActionResult OnGet() => new PdfResult($"{Sheet.SchoolName} · Report of a concern, on paper · Confidential when filled in", Href);
}
