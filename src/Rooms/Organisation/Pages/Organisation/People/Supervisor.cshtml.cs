using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>Who supervises the monitoring that this technician does.</summary>
[Needs(OrganisationPermissions.GiveRoles), StepUp]
internal sealed class SupervisorModel(FindPerson findPerson, SetSupervisor setSupervisor) : RoomPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    [BindProperty] public string? Chosen { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<HolderLine> Choices { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await findPerson.RecordAsync(Viewer, Reference, OrganisationPermissions.GiveRoles, stop) is not { } person) return false;
        Name = person.Name;
        Choices = await setSupervisor.ChoicesAsync(person, stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        RandomReference.TryParse(Chosen, null, out var supervisor);
        RequireThat(Choices.Any(one => one.Reference == supervisor), nameof(Chosen), "Choose who supervises it");
        if (!ModelState.IsValid) return Page();
        return Answer(await setSupervisor.RunAsync(Viewer, Reference, supervisor, stop), () => RedirectWithBanner(Links.Person(Reference), "The supervision is set"));
    }
}
