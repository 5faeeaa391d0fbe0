using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Organisation.Pages.Organisation.People;

/// <summary>Who is here, and who holds what. Names are looked for by sending a form: they never stand in an address.</summary>
[Needs(OrganisationPermissions.People)]
internal sealed class IndexModel(FindPeople findPeople) : RoomPage
{
    private const int LongestName = 100;

    [BindProperty(SupportsGet = true)] public Guid? Place { get; set; }

    [BindProperty(SupportsGet = true)] public Role? Only { get; set; }

    [BindProperty] public string? Words { get; set; }

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    public PeopleFound Found { get; private set; } = new(0, []);

    public bool MayGiveRoles => Viewer.May(OrganisationPermissions.GiveRoles);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var places = await findPeople.PlacesAsync(Viewer, stop);
        var place = places.FirstOrDefault(one => one.Id == (Place ?? Viewer.Home)) ?? (Place is null ? places.FirstOrDefault() : null);
        if (place is null) return false;

        Place = place.Id;
        if (places.Count > 1) Places = [.. places.Select(one => new SelectListItem(one.Name, one.Id.ToString()))];
        Roles = [.. Enum.GetValues<Role>().Where(role => Model.RoleLevels.Of(role).Contains(place.Kind)).Select(role => new SelectListItem(role.InWords(), role.ToString()))];
        return true;
    }

    public async Task OnGetAsync(CancellationToken stop) => Found = await findPeople.ByRoleAsync(Place!.Value, Only, stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Words, nameof(Words), "Type a name, or the beginning of one");
        RequireWithin(Words, LongestName, nameof(Words), "The name");
        if (ModelState.IsValid) Found = await findPeople.ByNameAsync(Place!.Value, Words!, stop);
        return Page();
    }
}
