using Lifeguard.Incidents.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

internal sealed class DoneModel(DraftDoor door, Drafts drafts) : RaisePage(door, drafts)
{
    [BindProperty] public string? DoneAlready { get; set; }

    public override string Step => RaiseJourney.Done;

    protected override void Show(RaiseAnswers answers) => DoneAlready = answers.DoneAlready;

    protected override RaiseAnswers Write(RaiseAnswers answers) => answers with
    {
        DoneAlready = Fit(DoneAlready, IncidentTables.LongestText, nameof(DoneAlready), "What has been done", answers.DoneAlready),
    };

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) => [new("What has been done already", answers.DoneAlready)];
}
