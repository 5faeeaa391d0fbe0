using Lifeguard.Custody.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Show;

[Needs(IncidentPermissions.Work)]
internal sealed class ShowModel(OpenRecord open, FindRecord find, ICustody custody) : RoomPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    /// <summary>The order of the chronology: <c>newest</c> or, by default, oldest first.</summary>
    [FromQuery(Name = "order")] public string? Order { get; set; }

    public bool NewestFirst => Order == "newest";

    public RecordView View { get; private set; } = null!;

    /// <summary>What is held for the record, for whoever works on it.</summary>
    public IReadOnlyList<HeldLine> Held { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await open.RunAsync(Viewer, Reference, "opened", stop) is not { } heading) return false;

        View = await find.RunAsync(Viewer, heading, stop);
        if (heading.WorksOn) Held = await custody.OfRecordAsync(Viewer, heading.Id, stop);
        return true;
    }
}
