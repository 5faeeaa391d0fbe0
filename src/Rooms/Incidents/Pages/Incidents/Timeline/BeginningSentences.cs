using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>How a record comes to be, is opened and taken on, ends and begins again.</summary>
internal static class BeginningSentences
{
    public static void AddTo(Sentences sentences)
    {
        var words = sentences.Words;
        // The reporter's words stand in full further up on the page.
        sentences.Add<ConcernRaised>(news => new(news.HappenedAt is null ? "The concern was raised." : "It happened, as the concern tells it.")
        {
            HappenedAt = news.HappenedAt,
            Facts = [("First written on paper", news.WrittenAt is { } at ? UkTime.InWords(at) : null)],
        });
        sentences.Add<WelfareRaised>(news => new("The child's welfare was laid before the safeguarding team.")
        {
            Facts = [("Who looks after the child", news.WhoLooksAfterTheChild)],
            Unnamed = true,
        });
        sentences.Add<ConcernOpened>(_ => new("Opened for the first time by somebody who can act on it."));
        sentences.Add<UnopenedRaised>(news => new($"Nobody had opened it in time. It went up to {DeskWords.Of(news.Desk)}."));
        sentences.Add<IncidentTakenOn>(news => new(IncidentHeading.TakenOnWords(Enum.TryParse<RecordKind>(news.Kind, out var kind) ? kind : null)));
        sentences.Add<HandlingTaken>(news => new($"{news.Name} is handling it now."));
        sentences.Add<CopiedElsewhere>(news => new("A copy stands in the school's other safeguarding record.") { Facts = [("Their reference", news.TheirReference)] });
        sentences.Add<StandsAloneDecided>(_ => new("This record stands alone: no copy is kept elsewhere."));
        sentences.Add<IncidentClosed>(news => new("The record was closed.")
        {
            Facts = [("How it ended", words.Of(ChoiceList.ClosingReasons, news.Reason)), ("Outcome", news.Outcome), ("Lessons", news.Lessons)],
        });
        sentences.Add<IncidentReopened>(_ => new("The record was opened again."));
    }
}
