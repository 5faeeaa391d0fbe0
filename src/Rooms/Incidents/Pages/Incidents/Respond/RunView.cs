using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Response.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>A run as its page shows it.</summary>
internal sealed record RunView
{
    public required Run Run { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required GuidedFlow Flow { get; init; }

    public required Plan Plan { get; init; }

    /// <summary>The questions on the way, with the answers that count, in order.</summary>
    public required IReadOnlyList<AnsweredQuestion> Answered { get; init; }

    public required IReadOnlyList<RunItem> Items { get; init; }

    /// <summary>Where what was given to somebody stands, by the action or task.</summary>
    public required IReadOnlyDictionary<Guid, string> Given { get; init; }

    public IEnumerable<RunItem> Open(RunItemKind kind) => Items.Where(one => one.Kind == kind && one.IsOpen);

    public IEnumerable<RunItem> Settled => Items.Where(one => one.SettledAt is not null).OrderBy(one => one.SettledAt);

    public IEnumerable<PlannedTelling> Held => Plan.Tell.Where(one => one.When == Telling.Held);

    /// <summary>Every question is answered, and nothing that the plan asks for is open.</summary>
    public bool IsAllSettled => Plan.Complete && SettledOfThose == AskedFor;

    public int AskedFor => Items.Count(one => one.GoneAt is null);

    public int SettledOfThose => Items.Count(one => one.GoneAt is null && one.SettledAt is not null);
}

/// <param name="At">Its place on the way, from nought.</param>
internal sealed record AnsweredQuestion(int At, GuidedQuestion Question, string Said, string ByName, DateTimeOffset AnsweredAt);
