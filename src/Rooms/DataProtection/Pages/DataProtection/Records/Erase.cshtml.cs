using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.DataProtection.Pages.DataProtection.Records;

/// <summary>Proposing to erase a record whose period is over, or being the second person, for its desk. The second factor is asked for anew.</summary>
[Needs(DataProtectionPermissions.Review), StepUp]
internal sealed class EraseModel(FindReview find, IRetention retention, Store store, TimeProvider clock) : KeptRecordPage(find, retention, store, clock)
{
    [BindProperty] public List<string> Sure { get; set; } = [];

    /// <summary>Somebody else has proposed it already.</summary>
    public bool Confirms => State.Purge is { IsConfirmed: false } purge && purge.ProposedBy != Me;

    public bool Proposes => State is { IsOver: true, Purge: null, Holds.Count: 0 };

    protected override bool IsTheirs => Decides;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        RequireThat(State.Asks.Select((_, at) => $"{at}").All(Sure.Contains), nameof(Sure), "Tick each line when you have made sure of it");
        if (!ModelState.IsValid) return Page();

        var confirms = Confirms;
        var outcome = confirms ? await Retention.ConfirmPurgeAsync(Row.Record, Deed(), stop) : await Retention.ProposePurgeAsync(Row.Record, Deed(), stop);
        return Answer(outcome, () => RedirectWithBanner(Here, confirms ? "Confirmed. It is erased after a week unless somebody stops it" : "Proposed. A second person has to confirm"));
    }
}
