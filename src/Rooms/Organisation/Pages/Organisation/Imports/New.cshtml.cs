using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Organisation.Pages.Organisation.Imports;

[Needs(OrganisationPermissions.People)]
internal sealed class NewModel(ChooseFile chooseFile) : RoomPage
{
    [BindProperty] public RosterForm? Form { get; set; }

    [BindProperty] public Guid? Into { get; set; }

    [BindProperty] public string? School { get; set; }

    [BindProperty] public IFormFile? Chosen { get; set; }

    public IReadOnlyList<ImportTarget> Targets { get; private set; } = [];

    public IEnumerable<SelectListItem> TargetItems => Targets.Select(one => new SelectListItem(one.Card.Name, one.Card.Id.ToString()));

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Targets = await chooseFile.TargetsAsync(Viewer, stop);
        return Targets.Count > 0;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Form, nameof(Form), "Select what the file holds");
        var target = Targets.Count == 1 ? Targets[0] : Targets.FirstOrDefault(one => one.Card.Id == Into);
        Require(target, nameof(Into), "Choose where the people go");
        if (target is not null && Form is not null and not RosterForm.OneRoster)
            RequireThat(target.Card.Kind is OrganisationKind.School or OrganisationKind.OtherSetting, nameof(Into), "Choose the one school that the file is about");
        RequireThat(Chosen is { Length: > 0 }, nameof(Chosen), "Choose a file that is not empty");
        RequireWithin(School, 200, nameof(School), "The name of the school");
        if (!ModelState.IsValid) return Page();

        await using var content = Chosen!.OpenReadStream();
        var reference = await chooseFile.RunAsync(Viewer, target!, Form!.Value, School?.Trim(), Chosen.FileName, content, stop);
        return LocalRedirect(Links.Import(reference));
    }
}
