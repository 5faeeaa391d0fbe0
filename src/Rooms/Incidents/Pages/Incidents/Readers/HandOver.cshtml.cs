using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

[Needs(IncidentPermissions.Work)]
internal sealed class HandOverModel(HandOverRecord handOver, IncidentPages pages, Meanwhile meanwhile, Store store) : FormPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public Guid? To { get; set; }

    [BindProperty] public bool Leave { get; set; }

    [BindProperty] public Seen Seen { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    public IReadOnlyList<Reader> Others { get; private set; } = [];

    /// <summary>Only somebody joined by name can stop reading by handing over.</summary>
    public bool MayLeave => !Heading.AtDesk;

    public Merge? Merge { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await pages.HeadingAsync(Viewer, Reference, stop) is not { WorksOn: true } heading) return false;

        Heading = heading;
        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == heading.Id, stop);
        Others = [.. (await pages.ReaderRowsAsync(incident, stop)).Where(reader => reader.Identity != incident.Handler)];
        if (!HttpMethods.IsPost(Request.Method)) Seen = meanwhile.SeenOf(heading);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(To, nameof(To), "Select who takes it on from here");
        if (!ModelState.IsValid) return Page();

        var outcome = await OnceAsync(() => handOver.RunAsync(Viewer, Reference, To!.Value, Leave, Seen, stop), stop);
        if (await meanwhile.AfterAsync(Viewer, outcome, Heading, Seen, stop) is { } merge) (Merge, Seen) = (merge, merge.Seen);
        if (!outcome.IsDone) return Answer(outcome, Page);
        return await pages.HeadingAsync(Viewer, Reference, stop) is null
            ? Redirect(NoLongerWithYouModel.Address)
            : RedirectWithBanner(Links.Incident(Reference), "Handed over. They have been told that something waits for them.");
    }
}
