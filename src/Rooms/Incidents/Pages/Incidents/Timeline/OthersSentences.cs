using Lifeguard.DataProtection.Contracts;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>Whom the school spoke with: parents and other agencies, and what crossed to the child's welfare.</summary>
internal static class OthersSentences
{
    public static void AddTo(Sentences sentences)
    {
        var words = sentences.Words;
        sentences.Add<ParentsTold>(news => new($"Parents of {news.Child} were told.")
        {
            HappenedAt = news.HappenedAt,
            Text = news.Said,
            Facts = [("Who was told", news.WhoWasTold), ("How", news.How), ("Although it was held", news.Although)],
        });
        sentences.Add<ParentsNotToldYet>(news => new($"Parents of {news.Child} are not told yet.")
        {
            Facts = [
                ("Why", words.Of(ChoiceList.ParentsNotTold, news.Reason)),
                ("Who asked to wait", news.WhoAskedToWait),
                ("Looked at again on", news.LookAgainOn is { } day ? UkTime.InWords(day) : null)],
        });
        sentences.Add<ReferralDecided>(news => new(ReferralWords.Of(news.Agency, news.AgencyName, news.What))
        {
            HappenedAt = news.HappenedAt,
            Text = news.Reasons,
            Facts = [("Spoken to", news.SpokenTo), ("Their reference", news.TheirReference), ("Advice", news.Advice), ("Asked again on, if no answer has come", news.AskAgainOn is { } day ? UkTime.InWords(day) : null)],
        });
        sentences.Add<ReferralAnswered>(news => new(news.HasAnswered ? $"{news.AgencyName} answered." : $"{news.AgencyName} has not answered yet.")
        {
            Text = news.Result,
            Facts = [("Asked again on", news.AskAgainOn is { } day ? UkTime.InWords(day) : null)],
        });
        sentences.Add<HoldPlaced>(news => new($"It is held: {KindOf(news.Kind)}. Nobody can erase it."));
        sentences.Add<HoldLifted>(news => new($"A hold was lifted: {KindOf(news.Kind)}."));
        sentences.Add<RecordKeptLonger>(news => new($"Its period was over. It is kept until {UkTime.InWords(news.Until)}."));
        sentences.Add<PurgeProposed>(news => new("Somebody proposed to erase it.") { Facts = [("Rule", news.Rule)] });
        sentences.Add<PurgeConfirmed>(_ => new("A second person confirmed that it may be erased."));
        sentences.Add<PurgeStopped>(_ => new("Erasing it was stopped."));
        sentences.Add<CrossedToWelfare>(news => new("Passed on") { Text = news.Text, HappenedAt = news.HappenedAt, Unnamed = true });
    }

    private static string KindOf(string kind) => Enum.TryParse<HoldKind>(kind, out var known) ? known.InWords().ToLowerInvariant() : kind;
}
