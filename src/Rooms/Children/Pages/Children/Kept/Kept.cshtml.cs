using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Children.Pages.Children.Kept;

/// <summary>Who of the team does not open this file.</summary>
[Needs(ChildrenPermissions.Files)]
internal sealed class KeptModel(ChildPages pages, Team team, SetKept setKept) : ChildPage(pages)
{
    [BindProperty] public Guid? Person { get; set; }

    public IReadOnlyList<RoleHolder> Readers { get; private set; } = [];

    public IReadOnlyList<KeptFrom> Away { get; private set; } = [];

    public Guid Me => Viewer.IdentityId;

    protected override async Task<bool> LoadFileAsync(CancellationToken stop)
    {
        Readers = await team.OfAsync(Heading.File, stop);
        Away = await setKept.OfAsync(Heading.File, stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Person, nameof(Person), "Select who does not open this file");
        if (!ModelState.IsValid) return Page();
        var outcome = await setKept.RunAsync(Viewer, Reference, Person!.Value, stop);
        return Answer(outcome, () => RedirectWithBanner(Person == Me ? Links.Children : Links.File(Reference, "kept-from"), "They do not open this file any more"));
    }

    public async Task<IActionResult> OnPostLetInAsync(CancellationToken stop)
    {
        Require(Person, nameof(Person), "Select who opens this file again");
        if (!ModelState.IsValid) return Page();
        return Answer(await setKept.LetInAsync(Viewer, Reference, Person!.Value, stop), () => RedirectWithBanner(Links.File(Reference, "kept-from"), "They open this file again"));
    }
}
