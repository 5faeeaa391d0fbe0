using Lifeguard.DataProtection.Contracts;
using Lifeguard.Incidents.Storage;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Keeping;

/// <summary>Proposing to erase a record whose period is over, or being the second person. The second factor is asked for anew.</summary>
[Needs(IncidentPermissions.Work), StepUp]
internal sealed class PurgeModel(IncidentPages pages, Store store, KeepIncidents keeper, IRetention retention, TimeProvider clock) : KeepingPage(pages, store, keeper, retention, clock)
{
    [BindProperty] public List<string> Sure { get; set; } = [];

    /// <summary>Somebody else has proposed it already.</summary>
    public bool Confirms => State.Purge is { IsConfirmed: false } purge && purge.ProposedBy != Me;

    public bool Proposes => State is { IsOver: true, Purge: null, Holds.Count: 0 };

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var missing = State.Asks.Where((_, at) => !Sure.Contains($"{at}")).ToList();
        RequireThat(missing.Count == 0, nameof(Sure), "Tick each line when you have made sure of it");
        if (!ModelState.IsValid) return Page();

        var confirms = Confirms;
        var outcome = await OnceAsync(() => confirms ? Retention.ConfirmPurgeAsync(Record, Deed(), stop) : Retention.ProposePurgeAsync(Record, Deed(), stop), stop);
        return Answer(outcome, () => RedirectWithBanner(
            Links.Incident(Reference, "keeping"), confirms ? "Confirmed. It is erased after a week unless somebody stops it" : "Proposed. A second person has to confirm"));
    }
}
