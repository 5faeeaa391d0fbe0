using Lifeguard.Ui.Rooms;

namespace Lifeguard.Organisation.Pages.Organisation.Vacancies;

/// <summary>Roles that nobody holds, until somebody does.</summary>
[Needs(OrganisationPermissions.Vacancies)]
internal sealed class VacanciesModel(FindVacancies findVacancies) : RoomPage
{
    public IReadOnlyList<PlaceWarnings> Found { get; private set; } = [];

    public bool MayGiveRoles => Viewer.May(OrganisationPermissions.GiveRoles);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Found = await findVacancies.RunAsync(Viewer, stop);
        return true;
    }
}
