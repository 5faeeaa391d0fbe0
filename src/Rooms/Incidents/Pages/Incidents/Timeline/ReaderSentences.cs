using Lifeguard.Incidents.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>Who may read the record. Kept neutral: the reason for a change may itself be about one of the readers.</summary>
internal static class ReaderSentences
{
    public static void AddTo(Sentences sentences)
    {
        sentences.Add<AudienceDecided>(news => new(news.Because == "raised" ? "Who can read this was decided." : "Who can read this was decided again.") { Unnamed = true });
        sentences.Add<ReaderJoined>(news => new($"{news.Name} was given this record to read."));
        sentences.Add<ReaderParted>(news => new($"{news.Name} no longer reads this record by name."));
        sentences.Add<HandedOver>(news => new($"Handed over to {news.ToName}."));
        sentences.Add<ConflictDeclared>(_ => new("Somebody said that they are too close to this to work on it."));
    }
}
