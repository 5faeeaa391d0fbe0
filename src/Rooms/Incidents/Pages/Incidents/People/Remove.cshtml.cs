using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.People;

[Needs(IncidentPermissions.Work)]
internal sealed class RemoveModel(TakeOffPerson takeOff, OpenRecord open, FindPeople findPeople, WhoWouldRead whoWouldRead, IncidentPages pages) : FormPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [FromRoute] public Guid Involvement { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    public PersonRow Person { get; private set; } = null!;

    public Preview? Preview { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await open.RunAsync(Viewer, Reference, "opened its people", stop) is not { WorksOn: true } heading) return false;
        if ((await findPeople.OnAsync(heading.Id, stop)).SingleOrDefault(one => one.Id == Involvement) is not { } person) return false;

        (Heading, Person) = (heading, person);
        if (person.Part == Part.SaidToHaveDoneIt) Preview = await whoWouldRead.IfAsync(Viewer, heading.Id, null, person.Id, stop);
        return true;
    }

    protected override async Task<string> LedToAsync(CancellationToken stop) =>
        await pages.HeadingAsync(Viewer, Reference, stop) is null ? NoLongerWithYouModel.Address : Links.Incident(Reference, "people");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Reason, nameof(Reason), "Say why this person was named by mistake");
        RequireWithin(Reason, 2_000, nameof(Reason), "The reason");
        if (!ModelState.IsValid) return Page();

        var outcome = await OnceAsync(() => takeOff.RunAsync(Viewer, Reference, Involvement, Reason!, stop), stop);
        if (!outcome.IsDone) return Answer(outcome, Page);
        return await pages.HeadingAsync(Viewer, Reference, stop) is null
            ? Redirect(NoLongerWithYouModel.Address)
            : RedirectWithBanner(Links.Incident(Reference, "people"), "Taken off.");
    }
}
