using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

/// <summary>Who can read the record and why; the desk adds and removes people by name.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class ReadersModel(AddReader addReader, RemoveReader removeReader, FindColleagues colleagues, OpenRecord open, IncidentPages pages, Meanwhile meanwhile, Store store) : FormPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public ReaderStep Step { get; set; }

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public Guid? Person { get; set; }

    [BindProperty] public Guid? Identity { get; set; }

    [BindProperty] public Seen Seen { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    public IReadOnlyList<Reader> Readers { get; private set; } = [];

    public IReadOnlyList<PersonCard>? Found { get; private set; }

    public Merge? Merge { get; private set; }

    public Guid Me => Viewer.IdentityId;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await open.RunAsync(Viewer, Reference, "opened its readers", stop) is not { } heading) return false;

        Heading = heading;
        Readers = await pages.ReaderRowsAsync(await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == heading.Id, stop), stop);
        if (!HttpMethods.IsPost(Request.Method)) Seen = meanwhile.SeenOf(heading);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Step == ReaderStep.Remove) return await RemoveAsync(stop);

        Require(Name, nameof(Name), "Enter a name, or part of it");
        if (!ModelState.IsValid) return Page();

        Found = await colleagues.RunAsync(Viewer, Heading.Id, Name!, stop);
        if (Step == ReaderStep.Search) return Page();

        Require(Person, nameof(Person), "Select who should read this");
        if (!ModelState.IsValid) return Page();
        var outcome = await OnceAsync(() => addReader.RunAsync(Viewer, Reference, Person!.Value, Seen, stop), stop);
        if (await meanwhile.AfterAsync(Viewer, outcome, Heading, Seen, stop) is { } merge) (Merge, Seen) = (merge, merge.Seen);
        return Answer(outcome, () => RedirectWithBanner(Links.Incident(Reference, "readers"), "They can read it now, and have been told that something waits for them."));
    }

    private async Task<IActionResult> RemoveAsync(CancellationToken stop)
    {
        var outcome = await OnceAsync(() => removeReader.RunAsync(Viewer, Reference, Identity ?? Guid.Empty, stop), stop);
        if (!outcome.IsDone) return Answer(outcome, Page);
        return await pages.HeadingAsync(Viewer, Reference, stop) is null
            ? Redirect(NoLongerWithYouModel.Address)
            : RedirectWithBanner(Links.Incident(Reference, "readers"), "They no longer read it by name.");
    }
}

internal enum ReaderStep
{
    Search,
    Add,
    Remove,
}
