using Lifeguard.Incidents.Storage;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

internal sealed class WhatModel(DraftDoor door, Drafts drafts, IReference reference) : RaisePage(door, drafts)
{
    [BindProperty] public string? Story { get; set; }

    /// <summary>yes, no, unsure.</summary>
    [BindProperty] public string? Imagery { get; set; }

    public override string Step => RaiseJourney.What;

    public IReadOnlyList<string> NeverDo => reference.WithImagery();

    protected override void Show(RaiseAnswers answers)
    {
        Story = answers.WhatHappened;
        Imagery = Word(answers);
    }

    protected override Task CheckAsync(CancellationToken stop)
    {
        Require(Story, nameof(Story), "Write what happened");
        RequireThat(Imagery is "yes" or "no" or "unsure", nameof(Imagery), "Say whether a nude or other sexual image could be part of this");
        return Task.CompletedTask;
    }

    protected override RaiseAnswers Write(RaiseAnswers answers) => answers with
    {
        WhatHappened = Fit(Story, IncidentTables.LongestText, nameof(Story), "What happened", answers.WhatHappened),
        ImageryConcerned = Imagery is null ? answers.ImageryConcerned : Imagery != "no",
        ImageryUnsure = Imagery is null ? answers.ImageryUnsure : Imagery == "unsure",
    };

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) => [new("What happened", answers.WhatHappened), new("A sexual image", Word(answers))];

    private static string? Word(RaiseAnswers answers) => answers switch
    {
        { ImageryUnsure: true } => "unsure",
        { ImageryConcerned: true } => "yes",
        { ImageryConcerned: false } => "no",
        _ => null,
    };
}
