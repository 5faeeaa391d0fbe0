using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Who is telling, for somebody without an account. Both may be left out.</summary>
internal sealed class YouModel(DraftDoor door, Drafts drafts) : RaisePage(door, drafts)
{
    [BindProperty] public string? YourName { get; set; }

    [BindProperty] public string? Contact { get; set; }

    public override string Step => RaiseJourney.You;

    protected override void Show(RaiseAnswers answers)
    {
        YourName = answers.ReporterName;
        Contact = answers.ReporterContact;
    }

    protected override Task<IActionResult?> PrepareAsync(CancellationToken stop) =>
        Task.FromResult<IActionResult?>(Draft.HasAccount ? Redirect(Here(RaiseJourney.Check)) : null);

    protected override RaiseAnswers Write(RaiseAnswers answers) => answers with
    {
        ReporterName = Fit(YourName, LongestLine, nameof(YourName), "Your name", answers.ReporterName),
        ReporterContact = Fit(Contact, LongestLine, nameof(Contact), "How to reach you", answers.ReporterContact),
    };

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) => [new("Your name", answers.ReporterName), new("How to reach you", answers.ReporterContact)];
}
