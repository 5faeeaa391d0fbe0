using System.Text.Json;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>One sentence for each event of the room. An event without one stops the tests.</summary>
internal sealed class Sentences
{
    private readonly Dictionary<string, Func<string, Told>> _byAct = new(StringComparer.Ordinal);

    public Sentences(IReference reference)
    {
        Words = new ReferenceWords(reference);
        BeginningSentences.AddTo(this);
        WorkSentences.AddTo(this);
        OthersSentences.AddTo(this);
        ReaderSentences.AddTo(this);
    }

    public IReadOnlyCollection<string> Acts => _byAct.Keys;

    public ReferenceWords Words { get; }

    public Told Of(string act, string payload) => _byAct[act](payload);

    public void Add<T>(Func<T, Told> tell) where T : IHappened => _byAct.Add(typeof(T).Name, payload => tell(JsonSerializer.Deserialize<T>(payload)!));
}
