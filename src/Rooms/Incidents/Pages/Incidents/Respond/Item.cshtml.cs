using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents.Referrals;
using Lifeguard.Response.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>One thing that the plan asks for: done, given to somebody, or left out for a reason.</summary>
[Needs(IncidentPermissions.Work)]
internal sealed class ItemModel(SettleItem settleItem, FindAgencies findAgencies, IGuidedFlows flows, Store store, IncidentPages pages, TimeProvider clock) : RunPage(pages, clock)
{
    public const string Done = "done";
    public const string LeftOut = "left-out";

    [FromRoute] public Guid RunId { get; set; }

    [FromRoute] public Guid ItemId { get; set; }

    [BindProperty] public string? What { get; set; }

    [BindProperty] public string? CameOfIt { get; set; }

    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public string? Consulted { get; set; }

    public RunItem Item { get; private set; } = null!;

    /// <summary>The school's own contacts for the agency that the plan names, then the national ones.</summary>
    public IReadOnlyList<AgencyShown> Agencies { get; private set; } = [];

    /// <summary>A call or a referral is a record of its own, with whom one spoke to; so are parents who were told.</summary>
    public bool IsRecordedElsewhere => Item.Kind == RunItemKind.Referral || IsAboutParents;

    public bool IsAboutParents => Item.Kind == RunItemKind.Telling && Item.Key.StartsWith("parents-", StringComparison.Ordinal);

    /// <summary>Where it is done on the record; null where that is for this viewer to say here.</summary>
    public Place? Where { get; private set; }

    public string WhereHref => $"{Links.Incident(Reference, Where!.Page)}?item={Item.Id:N}&run={RunId:N}{(Where.More is { } more ? $"&{more}" : "")}";

    public string GiveHref => $"{Links.Incident(Reference, "actions/new")}?item={Item.Id:N}&run={RunId:N}";

    protected override async Task<bool> LoadRunAsync(IncidentHeading heading, CancellationToken stop)
    {
        if (await store.Set<RunItem>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == ItemId && one.RunId == RunId && one.IncidentId == heading.Id, stop) is not { } item) return false;

        Item = item;
        Where = WhereDone.Of(item, flows) is { } place && (!place.ForHeads || IncidentPermissions.DecidesIn(Viewer, heading.Org)) ? place : null;
        if (item.Kind == RunItemKind.Referral)
        {
            var kinds = PlanAgencies.KindsOf(item.Key);
            Agencies = [.. (await findAgencies.OfAsync(heading.Org, stop)).Where(one => kinds.Contains(one.Kind) && one.Number is not null)];
        }

        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Item.SettledAt is not null)
            return Answer(await OnceAsync(() => settleItem.ReopenAsync(Viewer, Reference, ItemId, stop), stop), () => RedirectWithBanner(To(RunId), "It is open again"));

        Demand(What is Done or LeftOut or null, nameof(What));
        Require(What, nameof(What), IsRecordedElsewhere ? "Select this to leave it out" : "Select whether it is done or left out");
        Demand(What != Done || !IsRecordedElsewhere, nameof(What));
        var leavesOut = What == LeftOut;
        var said = leavesOut
            ? WordsNeeded(Reason, nameof(Reason), FewSentences, "The reason", "Say why it is left out")
            : Item.AfterAdvice ? WordsNeeded(CameOfIt, nameof(CameOfIt), FewSentences, "What came of it", "Say who advised it, and when they were told") : Words(CameOfIt, nameof(CameOfIt), FewSentences, "What came of it");
        var consulted = leavesOut ? WordsNeeded(Consulted, nameof(Consulted), OneLine, "Who was asked", "Say who was asked, or that nobody was") : null;
        if (!ModelState.IsValid) return Page();

        return Answer(
            await OnceAsync(() => settleItem.RunAsync(Viewer, Reference, ItemId, leavesOut ? Way.LeftOut : Way.Done, said, consulted, stop), stop),
            () => RedirectWithBanner(To(RunId), leavesOut ? "It is left out" : "It is done"));
    }
}
