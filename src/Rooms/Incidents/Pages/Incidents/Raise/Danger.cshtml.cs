using Lifeguard.Incidents.Model;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

internal sealed class DangerModel(DraftDoor door, Drafts drafts) : RaisePage(door, drafts)
{
    [BindProperty] public Danger? Danger { get; set; }

    public override string Step => RaiseJourney.Danger;

    protected override void Show(RaiseAnswers answers) => Danger = answers.Danger;

    protected override RaiseAnswers Write(RaiseAnswers answers) => answers with { Danger = Danger ?? answers.Danger };

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) => [new("Danger now", DangerWords.Say(answers.Danger))];

    protected override Task CheckAsync(CancellationToken stop)
    {
        Require(Danger, nameof(Danger), "Say whether anybody is in danger now");
        return Task.CompletedTask;
    }

    protected override string Next(RaiseAnswers answers) =>
        answers.Danger == Model.Danger.No ? base.Next(answers) : Here(RaiseJourney.DangerNow) + (ToCheck ? "?check=true" : "");
}

internal static class DangerWords
{
    public static string? Say(Danger? danger) => danger switch
    {
        Danger.Yes => "Yes",
        Danger.No => "No",
        Danger.Unsure => "I am not sure",
        _ => null,
    };
}
