using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.People;

/// <summary>Which person of the roster a written name meant; for somebody said to have done it, after saying who can read the record then.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class IdentifyModel(IdentifyPerson identify, OpenRecord open, FindPeople findPeople, FindCandidates find, WhoWouldRead whoWouldRead, IncidentPages pages) : FormPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [FromRoute] public Guid Involvement { get; set; }

    [BindProperty] public AddStep Step { get; set; }

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public string? Choice { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    public PersonRow Person { get; private set; } = null!;

    public AddStep Asks { get; private set; } = AddStep.Choose;

    public IReadOnlyList<Candidate> Found { get; private set; } = [];

    public Preview? Preview { get; private set; }

    public Named? Meant { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await open.RunAsync(Viewer, Reference, "opened its people", stop) is not { WorksOn: true } heading) return false;
        if ((await findPeople.OnAsync(heading.Id, stop)).SingleOrDefault(one => one.Id == Involvement) is not { IsIdentified: false } person) return false;

        (Heading, Person) = (heading, person);
        return true;
    }

    protected override async Task<string> LedToAsync(CancellationToken stop) =>
        await pages.HeadingAsync(Viewer, Reference, stop) is null ? NoLongerWithYouModel.Address : Links.Incident(Reference, "people");

    public async Task OnGetAsync(CancellationToken stop)
    {
        Name = Person.Name;
        Found = await find.RunAsync(Viewer, Heading.Org, Name, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Name ??= Person.Name;
        Found = await find.RunAsync(Viewer, Heading.Org, Name, stop);
        if (Step == AddStep.Search) return Page();

        Require(Choice, nameof(Choice), "Select who was meant");
        Meant = Guid.TryParse(Choice, out var person) ? await find.NamedAsync(Heading.Org, person, Person.Part, stop) : null;
        RequireThat(Meant is not null || !ModelState.IsValid, nameof(Choice), "Select who was meant");
        if (Meant is null) return Page();
        if (Step == AddStep.Choose && Person.Part == Part.SaidToHaveDoneIt)
        {
            Asks = AddStep.Confirm;
            Preview = await whoWouldRead.IfAsync(Viewer, Heading.Id, Meant, Person.Id, stop);
            return Page();
        }

        var outcome = await OnceAsync(() => identify.RunAsync(Viewer, Reference, Involvement, Meant, stop), stop);
        if (!outcome.IsDone) return Answer(outcome, Page);
        return await pages.HeadingAsync(Viewer, Reference, stop) is null
            ? Redirect(NoLongerWithYouModel.Address)
            : RedirectWithBanner(Links.Incident(Reference, "people"), "Matched with the roster.");
    }
}
