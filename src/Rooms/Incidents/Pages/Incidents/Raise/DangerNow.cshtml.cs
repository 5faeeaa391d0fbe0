using Lifeguard.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Whom to ring this minute. The record comes after.</summary>
internal sealed class DangerNowModel(DraftDoor door, Drafts drafts, NumbersToRing numbers) : RaisePage(door, drafts)
{
    public IReadOnlyList<HelpContact> Numbers { get; private set; } = [];

    public override string Step => RaiseJourney.Danger;

    public string OnwardHref => base.Next(Answers);

    protected override async Task<IActionResult?> PrepareAsync(CancellationToken stop)
    {
        Numbers = await numbers.NowAsync(Draft.School, Draft.Reporter is not null, stop);
        return null;
    }

    protected override void Show(RaiseAnswers answers)
    {
    }

    protected override RaiseAnswers Write(RaiseAnswers answers) => answers;

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) => [];
}
