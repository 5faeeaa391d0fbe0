using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.People;

/// <summary>Three questions one after another: name and part; which person of that name; and, where it matters, who could read the record then.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class AddModel(AddPerson addPerson, FindCandidates find, WhoWouldRead whoWouldRead, IncidentPages pages) : FormPage
{
    private const int LongestName = 200;
    private const string AsWritten = "written";

    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public AddStep Step { get; set; }

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public Part? Part { get; set; }

    /// <summary>Key of a person, or <c>written</c>.</summary>
    [BindProperty] public string? Choice { get; set; }

    [BindProperty] public NamedAs? NamedAs { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    /// <summary>What the page asks.</summary>
    public AddStep Asks { get; private set; } = AddStep.Search;

    public IReadOnlyList<Candidate> Found { get; private set; } = [];

    public Preview? Preview { get; private set; }

    public Named? Named { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await pages.HeadingAsync(Viewer, Reference, stop) is not { WorksOn: true } heading) return false;

        Heading = heading;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Name, nameof(Name), "Enter a name, or part of it");
        RequireWithin(Name, LongestName, nameof(Name), "The name");
        Require(Part, nameof(Part), "Select the part this person has");
        if (!ModelState.IsValid) return Page();

        Asks = AddStep.Choose;
        Found = await find.RunAsync(Viewer, Heading.Org, Name!, stop);
        if (Step == AddStep.Search) return Page();

        Named = await ChosenAsync(stop);
        if (Named is null) return Page();
        if (Step == AddStep.Choose && Part == Model.Part.SaidToHaveDoneIt)
        {
            Asks = AddStep.Confirm;
            Preview = await whoWouldRead.IfAsync(Viewer, Heading.Id, Named, null, stop);
            return Page();
        }

        var outcome = await OnceAsync(() => addPerson.RunAsync(Viewer, Reference, Named, stop), stop);
        if (!outcome.IsDone) return Answer(outcome, Page);
        return await pages.HeadingAsync(Viewer, Reference, stop) is null
            ? Redirect(NoLongerWithYouModel.Address)
            : RedirectWithBanner(Links.Incident(Reference, "people"), "Added.");
    }

    private async Task<Named?> ChosenAsync(CancellationToken stop)
    {
        Require(Choice, nameof(Choice), "Select who you mean");
        if (Choice == AsWritten)
        {
            Require(NamedAs, nameof(NamedAs), "Select who this is, as far as you know");
            return ModelState.IsValid ? new Named(null, Name!, NamedAs!.Value, Part!.Value) : null;
        }

        var named = Guid.TryParse(Choice, out var person) ? await find.NamedAsync(Heading.Org, person, Part!.Value, stop) : null;
        RequireThat(named is not null || !ModelState.IsValid, nameof(Choice), "Select who you mean");
        return named;
    }
}

internal enum AddStep
{
    Search,
    Choose,
    Confirm,
}
