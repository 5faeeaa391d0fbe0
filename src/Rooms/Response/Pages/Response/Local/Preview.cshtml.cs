using Lifeguard.Response.Model.Local;
using Lifeguard.Response.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>What becomes of each sample case, before and after; and from here it is published.</summary>
[Needs(ResponsePermissions.Local)]
internal sealed class PreviewModel(FindLocal findLocal, PublishDraft publishDraft) : LocalPage(findLocal)
{
    [BindProperty] public string? Why { get; set; }

    [BindProperty] public string? WhyWeaker { get; set; }

    /// <summary>Of every sample case, those that change first and the weaker ones before the others.</summary>
    public IReadOnlyList<PlanChange> Changes { get; private set; } = [];

    public IReadOnlyList<PlanChange> Changed => [.. Changes.Where(one => one.Differences.Count > 0)];

    /// <summary>Each difference once, with the number of cases in which it is found.</summary>
    public IReadOnlyList<(Difference Difference, int Cases)> Altogether =>
        [.. Changes.SelectMany(one => one.Differences).GroupBy(one => one).Select(same => (same.Key, same.Count())).OrderByDescending(one => one.Key.IsWeaker).ThenByDescending(one => one.Item2)];

    public int Weaker => Changes.Count(one => one.IsWeaker);

    /// <summary>Choices and words that are other than they are now, in a sentence each.</summary>
    public IReadOnlyList<string> InShort { get; private set; } = [];

    protected override Task<bool> LoadLocalAsync(CancellationToken stop)
    {
        Changes = [.. FindLocal.Changes(Local).OrderByDescending(one => one.IsWeaker).ThenByDescending(one => one.Differences.Count > 0)];
        InShort = [.. Sentences()];
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
        Require(Why, nameof(Why), "Say why it is changed. Everybody whom it concerns reads it");
        RequireWithin(Why, ResponseTables.LongestWhy, nameof(Why), "The reason");
        if (Weaker > 0) Require(WhyWeaker, nameof(WhyWeaker), "Say why these cases may be protected less than now, and who agreed");
        RequireWithin(WhyWeaker, ResponseTables.LongestWhy, nameof(WhyWeaker), "The reason");
        if (!ModelState.IsValid) return Page();

        var outcome = await publishDraft.RunAsync(Viewer, Place!, Id, Seen, Why!, WhyWeaker, stop);
        if (!outcome.IsDone) SeeAgain();
        return Answer(outcome, () => RedirectWithBanner(FlowPage, "Published. Records that begin from now on follow it; those that have begun go on as they began"));
    }

    private IEnumerable<string> Sentences()
    {
        var (before, after) = (Local.Before.Edition.Flow, Local.After.Edition.Flow);
        foreach (var setting in after.Settings)
        {
            if (before.Settings.FirstOrDefault(one => one.Key == setting.Key) is { } was && was.Holds != setting.Holds && was.Offers(was.Holds)) yield return $"{setting.Asks} From “{was.TextOf(was.Holds)}” to “{setting.TextOf(setting.Holds)}”.";
        }

        foreach (var step in after.StepsUsed.Select(key => after.Vocabulary.Steps[key]))
        {
            if (before.Vocabulary.Steps.GetValueOrDefault(step.Id) is { } was && was.Text != step.Text) yield return $"Step: from “{was.Text}” to “{step.Text}”.";
        }

        foreach (var rule in after.Rules)
        {
            if (before.Rules.FirstOrDefault(one => one.Id == rule.Id) is { } was && was.Because != rule.Because) yield return $"Why: from “{was.Because}” to “{rule.Because}”.";
        }

        var (lineBefore, lineAfter) = (LineOf(before), LineOf(after));
        if (lineBefore != lineAfter) yield return lineAfter is null ? "Your line beside the questions goes." : $"Your line beside the questions: {lineAfter}";
        if (Local.Before.Edition.Text != Local.After.Edition.Text) yield return Local.Guidance.File is null ? "Your own file goes; Lifeguard's own flow holds." : "Another file stands in the place of the flow.";
    }

    private string? LineOf(Model.Flows.Flow flow) => flow.Lines.FirstOrDefault(one => one.By == Place!.Name)?.Text;
}
