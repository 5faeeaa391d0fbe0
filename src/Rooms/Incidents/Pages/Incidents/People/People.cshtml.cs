using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.People;

[Needs(IncidentPermissions.Work)]
internal sealed class PeopleModel(OpenRecord open, FindPeople findPeople) : RoomPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await open.RunAsync(Viewer, Reference, "opened its people", stop) is not { } heading) return false;

        Heading = heading;
        People = await findPeople.OnAsync(heading.Id, stop);
        return true;
    }
}
