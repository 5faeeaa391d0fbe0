using Lifeguard.Response.Contracts;
using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Local;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Response.Pages.Response.Local;

/// <summary>One step, or one reason, in the words of an organisation.</summary>
[Needs(ResponsePermissions.Local)]
internal sealed class WordsModel(FindLocal findLocal, ChangeDraft changeDraft) : LocalPage(findLocal)
{
    private const string OfStep = "step.";
    private const string OfRule = "because.";

    private bool _isStep;
    private string _key = "";

    [FromRoute(Name = "key")] public string Key { get; set; } = "";

    [BindProperty] public string? Words { get; set; }

    /// <summary>As it reads without this organisation.</summary>
    public string Otherwise { get; private set; } = "";

    public string About { get; private set; } = "";

    public string? Worded => _isStep ? Local.Guidance.Steps.GetValueOrDefault(_key) : Local.Guidance.Because.GetValueOrDefault(_key);

    public string Here => Links.LocalWords(Id, Key, Place!.Id);

    protected override Task<bool> LoadLocalAsync(CancellationToken stop)
    {
        var flow = Local.After.Edition.Flow;
        _isStep = Key.StartsWith(OfStep, StringComparison.Ordinal);
        _key = _isStep ? Key[OfStep.Length..] : Key.StartsWith(OfRule, StringComparison.Ordinal) ? Key[OfRule.Length..] : "";
        return Task.FromResult(_isStep ? LoadStep(flow) : LoadRule(flow));
    }

    public IActionResult OnGet()
    {
        if (Place is null) return NotFound();

        (Seen, Words) = (Local.Version, Worded ?? Otherwise);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Words, nameof(Words), "Enter how it reads here");
        RequireWithin(Words, LocalGuidance.LongestWording, nameof(Words), "The wording");
        return ModelState.IsValid ? ChangeAsync(Words == Otherwise ? null : Words, "Kept, and not published yet", stop) : Task.FromResult<IActionResult>(Page());
    }

    public Task<IActionResult> OnPostBackAsync(CancellationToken stop) => ChangeAsync(null, "It reads as it did before, once that is published", stop);

    private async Task<IActionResult> ChangeAsync(string? words, string banner, CancellationToken stop)
    {
        var outcome = await changeDraft.RunAsync(Viewer, Place!, Id, Seen, guidance => _isStep ? guidance.WithStep(_key, words) : guidance.WithBecause(_key, words), stop);
        if (!outcome.IsDone) SeeAgain();
        return Answer(outcome, () => RedirectWithBanner(FlowPage, banner));
    }

    private bool LoadStep(Flow flow)
    {
        if (!flow.Uses(_key)) return false;

        var step = flow.Vocabulary.Steps[_key];
        About = $"{flow.Vocabulary.Roles[step.Who]}, {PlanWords.Of(step.Due)}";
        // A file of one's own may have steps that nothing else has.
        Otherwise = Local.Above.Vocabulary.Steps.GetValueOrDefault(_key)?.Text ?? step.Text;
        return true;
    }

    private bool LoadRule(Flow flow)
    {
        if (flow.Rules.FirstOrDefault(one => one.Id == _key) is not { } rule) return false;

        About = "Why the plan says so";
        Otherwise = Local.Above.Rules.FirstOrDefault(one => one.Id == _key)?.Because ?? rule.Because;
        return true;
    }
}
