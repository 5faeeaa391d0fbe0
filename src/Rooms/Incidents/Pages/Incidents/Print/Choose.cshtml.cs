using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>What should stand on the paper. It names the children to choose from, so it is a reading as well.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class ChooseModel(OpenRecord open, FindOnRecord onRecord) : RoomPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    public IncidentHeading Heading { get; private set; } = null!;

    public IReadOnlyList<OnRecord> Children { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await open.RunAsync(Viewer, Reference, "opened", stop) is not { } heading) return false;

        Heading = heading;
        Children = [.. (await onRecord.RunAsync(heading.Id, stop)).Where(one => one is { IsChild: true, TakenOff: false })];
        return true;
    }
}
