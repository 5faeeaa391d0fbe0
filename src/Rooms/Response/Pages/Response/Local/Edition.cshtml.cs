using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Local;
using Lifeguard.Response.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>One published edition, as it was; it can be published again.</summary>
[Needs(ResponsePermissions.Local)]
internal sealed class EditionModel(FindLocal findLocal, ChangeDraft changeDraft) : LocalPage(findLocal)
{
    [FromRoute(Name = "number")] public int Number { get; set; }

    public LocalEdition Edition { get; private set; } = null!;

    public LocalGuidance Guidance { get; private set; } = null!;

    public bool Holds => Edition.Number == Local.InForce?.Number;

    public string Here => Links.LocalEdition(Id, Number, Place!.Id);

    private Flow Flow => Local.After.Edition.Flow;

    protected override Task<bool> LoadLocalAsync(CancellationToken stop)
    {
        if (Local.Published.FirstOrDefault(one => one.Number == Number) is not { } edition) return Task.FromResult(false);

        Edition = edition;
        Guidance = LocalGuidance.Read(edition.Text);
        return Task.FromResult(true);
    }

    public IActionResult OnGet()
    {
        if (Place is null) return NotFound();

        Seen = Local.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var outcome = await changeDraft.RunAsync(Viewer, Place!, Id, Seen, _ => Guidance, stop);
        if (!outcome.IsDone) SeeAgain();
        return Answer(outcome, () => RedirectWithBanner(Preview, "Taken up again. It holds when you publish it"));
    }

    /// <summary>What was asked, and what was chosen; by their keys where the flow has them no more.</summary>
    public IEnumerable<(string Asks, string Chosen)> Choices => Guidance.Settings.Select(one => Flow.Settings.FirstOrDefault(setting => setting.Key == one.Key) is { } setting
        ? (setting.Asks, setting.Offers(one.Value) ? setting.TextOf(one.Value) : one.Value)
        : (one.Key, one.Value));
}
