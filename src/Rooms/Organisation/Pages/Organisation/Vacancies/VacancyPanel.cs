using Lifeguard.Kernel;
using Lifeguard.Organisation.Pages.Organisation.People;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Organisation.Pages.Organisation.Vacancies;

/// <summary>What stays on the home page of whoever leads or administers until it is filled, and roles that wait for a second yes.</summary>
internal sealed class VacancyPanel(FindVacancies findVacancies, ConfirmRole confirmRole) : IHomePanel
{
    // More than this, and the list says how many: a trust of fifty schools keeps a home page that can be read.
    private const int Listed = 6;

    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        List<Waiting> waiting = [];
        if (viewer.May(OrganisationPermissions.ConfirmRoles) && (await confirmRole.WaitingAsync(viewer, stop)).Count > 0)
            waiting.Add(new Waiting("A role waits for your yes", Links.RolesToConfirm, WaitingUrgency.Today));
        if (!viewer.May(OrganisationPermissions.Vacancies)) return waiting;

        var found = await findVacancies.RunAsync(viewer, stop);
        var lines = found.SelectMany(place => place.Warnings.Select(one => (Place: place.Place.Name, Warning: one))).ToList();
        if (lines.Count > Listed) waiting.Add(new Waiting($"{lines.Count} roles are vacant in {found.Count} organisations", Links.Vacancies, Urgency(lines.Exists(one => one.Warning.IsPressing))));
        else waiting.AddRange(lines.Select(one => new Waiting($"{one.Warning.Says}: {one.Place}", Links.Vacancies, Urgency(one.Warning.IsPressing))));
        return waiting;
    }

    private static WaitingUrgency Urgency(bool isPressing) => isPressing ? WaitingUrgency.Urgent : WaitingUrgency.Open;
}
