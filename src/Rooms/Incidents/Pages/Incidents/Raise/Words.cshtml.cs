using Lifeguard.Incidents.Storage;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>The child's own words, kept apart from everybody else's.</summary>
internal sealed class WordsModel(DraftDoor door, Drafts drafts, IReference reference) : RaisePage(door, drafts)
{
    [BindProperty] public string? Words { get; set; }

    [BindProperty] public bool NoWords { get; set; }

    public override string Step => RaiseJourney.Words;

    public IReadOnlyList<string> NeverDo => Answers.ImageryConcerned == true ? reference.WithImagery() : [];

    protected override void Show(RaiseAnswers answers)
    {
        Words = answers.ChildsWords;
        NoWords = answers.NoWordsOfTheChild;
    }

    protected override Task CheckAsync(CancellationToken stop)
    {
        RequireThat(Words is not null || NoWords, nameof(Words), "Write what the child said, or say that the child said nothing");
        RequireThat(Words is null || !NoWords, nameof(NoWords), "Write the child's words or tick the box, not both");
        return Task.CompletedTask;
    }

    protected override RaiseAnswers Write(RaiseAnswers answers) => answers with
    {
        ChildsWords = Fit(Words, IncidentTables.LongestText, nameof(Words), "The child's own words", answers.ChildsWords),
        NoWordsOfTheChild = NoWords,
    };

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) =>
        [new("The child's own words", answers.ChildsWords), new("The child said nothing, or was not asked", answers.NoWordsOfTheChild ? "Yes" : null)];
}
