using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response;

/// <summary>The chart on paper, for the folder that is there when nothing else works.</summary>
[Needs(ResponsePermissions.Read)]
internal sealed class PrintModel(LocalEditions editions, IOrganisations organisations, IAgencies agencies, IReference reference, TimeProvider clock) : RoomPage
{
    [FromRoute(Name = "flow")] public string Id { get; set; } = "";

    public Flow Flow { get; private set; } = null!;

    public string School { get; private set; } = "";

    public DateTimeOffset PrintedAt { get; private set; }

    /// <summary>With their hours: paper does not know what time it is.</summary>
    public IReadOnlyList<(string Whom, string Number, string When)> Numbers { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await editions.CurrentAsync(Viewer.Home, Id, stop) is not { } edition) return false;

        Flow = edition.Flow;
        PrintedAt = clock.GetUtcNow();
        School = (await organisations.GetAsync(Viewer.Home, stop))?.Name ?? "";
        var care = await agencies.ForAsync(Viewer.Home, [AgencyKinds.SocialCare, AgencyKinds.SocialCareOutOfHours], stop);
        Numbers = [("Danger now", reference.Helpline("police-999")?.Number ?? "999", ""), .. care.Select(card => ($"Children's social care, {card.Name}", card.Telephone, card.Hours))];
        return true;
    }
}
