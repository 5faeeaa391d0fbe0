using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Commands;

/// <summary>What a story has made so far.</summary>
internal sealed class StoryThread(string key, Guid school)
{
    private readonly Dictionary<string, Guid> _marks = [];

    public string Key => key;

    public Guid School => school;

    public RandomReference? Record { get; set; }

    public RandomReference? Welfare { get; set; }

    /// <summary>When each person last had the page open, so that coming back later is a reading of its own.</summary>
    public Dictionary<(string By, bool OnWelfare), DateTimeOffset> Visits { get; } = [];

    public RandomReference Of(StoryAct act) => (act.OnWelfare ? Welfare : Record)
        ?? throw new InvalidOperationException($"Story {key}: {act.GetType().Name} comes before there is a record.");

    public void Mark(string? mark, Guid id)
    {
        if (mark is not null) _marks.Add(mark, id);
    }

    public Guid Marked(string mark) => _marks.TryGetValue(mark, out var id) ? id : throw new InvalidOperationException($"Story {key}: nothing is marked {mark}.");
}
