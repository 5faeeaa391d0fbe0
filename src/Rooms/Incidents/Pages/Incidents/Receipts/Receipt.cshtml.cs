using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Lifeguard.Ui;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Receipts;

/// <summary>
/// Received, being worked on, or closed. With an account only its author opens it; without one the address, which nobody can guess, is enough.
/// </summary>
[OpenToAll("Somebody without an account keeps the receipt's address; it tells how far the report is and nothing else.")]
internal sealed class ReceiptModel(Store store, OrganisationScope scope, IOrganisations organisations, IWorkingTime working, IOnDuty onDuty, NumbersToRing numbers, TimeProvider clock) : RoomPage
{
    private Receipt? _receipt;

    public RandomReference Reference => _receipt!.Reference;

    public DateTimeOffset MadeAt => _receipt!.MadeAt;

    public bool HasAccount => _receipt!.Author is not null;

    public ReceiptState State { get; private set; }

    /// <summary>Its author was shown before sending that nobody in the product may take it; the receipt must not promise more.</summary>
    public bool NobodyMayTakeIt { get; private set; }

    public OrganisationCard School { get; private set; } = null!;

    public IReadOnlyList<HelpContact> Numbers { get; private set; } = [];

    /// <summary>School is closed, and somebody who may read it is on duty.</summary>
    public bool IsOnDutyOutOfHours { get; private set; }

    /// <summary>When somebody reads it next, if nobody does now.</summary>
    public DateTimeOffset? NobodyReadsUntil { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!RandomReference.TryParse(RouteData.Values["reference"] as string, null, out var reference)) return !IsSignedIn;

        // Neither a stranger nor somebody who has left the school has its rows open; the reference itself is the right to this one.
        scope.OpenTo("receipt");
        var receipt = await store.Set<Receipt>().AsNoTracking().SingleOrDefaultAsync(one => one.Reference == reference, stop);
        if (receipt is null || (receipt.Author is { } author && (!IsSignedIn || author != Viewer.IdentityId))) return !IsSignedIn;

        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == receipt.IncidentId, stop);
        await DraftDoor.OpenSchoolAsync(scope, organisations, receipt.Org, stop);
        (_receipt, State) = (receipt, receipt.State(incident));
        NobodyMayTakeIt = incident.Desks.Count == 0 && receipt.FrozenAs is null;
        School = (await organisations.GetAsync(receipt.Org, stop))!;
        Numbers = await numbers.AnybodyMayRingAsync(School, stop);
        if (State == ReceiptState.Received && !NobodyMayTakeIt) await LoadWhoReadsAsync(incident, stop);
        return true;
    }

    // The team's rota says nothing about an allegation, which the team may not know of; nor is anybody named to the reporter
    // whom the record is kept from.
    private async Task LoadWhoReadsAsync(Incident incident, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var calendar = await working.ForAsync(School.Id, stop);
        var isTheTeams = incident.Desks.Contains(nameof(Desk.SafeguardingTeam)) && _receipt!.FrozenAs is null;
        bool MayRead(Guid identity) => !incident.Barred.Contains(identity);
        var reads = isTheTeams ? (await onDuty.AtAsync(School.Id, now, stop)).Where(one => MayRead(one.IdentityId)).ToList() : [];
        if (reads.Count > 0) Numbers = [Numbers[0], .. await numbers.OnDutyAsync(School.Id, HasAccount, MayRead, stop), .. Numbers.Skip(1)];
        if (calendar.IsOpen(now)) return;

        IsOnDutyOutOfHours = reads.Count > 0;
        if (!IsOnDutyOutOfHours) NobodyReadsUntil = isTheTeams && incident.Barred.Count == 0 ? await onDuty.NextReadAsync(School.Id, now, stop) : calendar.NextOpening(now);
    }

    // The same answer for a receipt that is not there and for one that needs its author.
    public IActionResult OnGet() => _receipt is null ? Redirect("/sign-in?to=" + Uri.EscapeDataString(Request.Path)) : Page();

    public static string Say(ReceiptState state) => state switch
    {
        ReceiptState.Received => "Received",
        ReceiptState.BeingWorkedOn => "Being worked on",
        _ => "Closed",
    };
}
