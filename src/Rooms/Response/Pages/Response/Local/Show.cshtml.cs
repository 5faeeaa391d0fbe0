using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Local;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>One flow as an organisation settles it: its choices and its line as a form, each wording one click further, and what was published.</summary>
[Needs(ResponsePermissions.Local)]
internal sealed class ShowModel(FindLocal findLocal, ChangeDraft changeDraft) : LocalPage(findLocal)
{
    /// <summary>By setting; an empty answer leaves it to those above.</summary>
    [BindProperty] public Dictionary<string, string?> Chosen { get; set; } = [];

    [BindProperty] public string? Line { get; set; }

    /// <summary>With what is being changed.</summary>
    public Flow Flow => Local.After.Edition.Flow;

    public ChartSeen Chart => new(Flow);

    /// <summary>In the order in which they stand in the flow.</summary>
    public IEnumerable<Step> Steps => Flow.StepsUsed.Select(key => Flow.Vocabulary.Steps[key]);

    /// <summary>Who chose what holds unless something is chosen here.</summary>
    public string LeftOpen(FlowSetting setting)
    {
        var above = Local.Above.Settings.FirstOrDefault(one => one.Key == setting.Key);
        var holds = above?.Holds ?? setting.Usual;
        return setting.Offers(holds) ? $"{(above?.By is { } by ? $"As {by} has settled" : "As Lifeguard comes")}: {setting.TextOf(holds)}" : "As Lifeguard comes";
    }

    public IActionResult OnGet()
    {
        if (Place is null) return NotFound();

        Seen = Local.Version;
        Chosen = Local.Guidance.Settings.ToDictionary(one => one.Key, one => (string?)one.Value);
        Line = Local.Guidance.Line;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        // What the form brings is a text of anybody: only choices that the flow offers are kept.
        Chosen = Chosen.Where(one => Flow.Settings.Any(setting => setting.Key == one.Key && setting.Offers(one.Value ?? ""))).ToDictionary();
        if (!RequireWithin(Line, LocalGuidance.LongestLine, nameof(Line), "The line of guidance")) return Page();

        var outcome = await changeDraft.RunAsync(Viewer, Place!, Id, Seen, guidance => Flow.Settings.Aggregate(guidance, (before, one) => before.WithSetting(one.Key, Chosen.GetValueOrDefault(one.Key))) with { Line = Line }, stop);
        if (!outcome.IsDone) SeeAgain();
        return Answer(outcome, () => RedirectWithBanner(FlowPage, "Kept, and not published yet"));
    }

    /// <summary>What was being changed goes; what is published stays.</summary>
    public async Task<IActionResult> OnPostDropAsync(CancellationToken stop)
    {
        var holds = Local.InForce is { } edition ? LocalGuidance.Read(edition.Text) : LocalGuidance.None;
        var outcome = await changeDraft.RunAsync(Viewer, Place!, Id, Seen, _ => holds, stop);
        if (!outcome.IsDone) SeeAgain();
        return Answer(outcome, () => RedirectWithBanner(FlowPage, "What was not published is dropped"));
    }

    /// <summary>Nothing local any more: that too is published before it holds.</summary>
    public async Task<IActionResult> OnPostClearAsync(CancellationToken stop)
    {
        var outcome = await changeDraft.RunAsync(Viewer, Place!, Id, Seen, _ => LocalGuidance.None, stop);
        if (!outcome.IsDone) SeeAgain();
        return Answer(outcome, () => LocalRedirect(Preview));
    }
}
