using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Show;

[Needs(IncidentPermissions.Work)]
internal sealed class TakeOnModel(TakeOnConcern takeOn, HandleRecord handle, IncidentPages pages, Meanwhile meanwhile) : FormPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public Seen Seen { get; set; }

    public Merge? Merge { get; private set; }

    public IncidentHeading Heading { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await pages.HeadingAsync(Viewer, Reference, stop) is not { AtDesk: true } heading) return false;

        Heading = heading;
        if (HttpMethods.IsGet(Request.Method)) Seen = meanwhile.SeenOf(heading);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var outcome = await OnceAsync(() => Heading.IsConcern ? takeOn.RunAsync(Viewer, Reference, Seen, stop) : handle.RunAsync(Viewer, Reference, Seen, stop), stop);
        if (await meanwhile.AfterAsync(Viewer, outcome, Heading, Seen, stop) is { } merge) (Merge, Seen) = (merge, merge.Seen);
        return Answer(outcome, () => RedirectWithBanner(Links.Incident(Reference), Heading.RecordKind == RecordKind.Welfare ? "You look after the child from now on." : "It is with you now."));
    }
}
