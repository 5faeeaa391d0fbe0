namespace Lifeguard.Incidents.Model.Runs;

/// <summary>One answer, with the words that question and answer had. Rows are only added: the last one of a question counts.</summary>
internal sealed class RunAnswer
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>How many answers the run had before it: two of one moment keep their order.</summary>
    public required int Turn { get; init; }

    public required string Question { get; init; }

    public required string Answer { get; init; }

    public required string Asks { get; init; }

    public required string Said { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ByName { get; init; }

    /// <summary>The answers that count, by question.</summary>
    public static IReadOnlyDictionary<string, string> Counting(IEnumerable<RunAnswer> answers) =>
        answers.GroupBy(one => one.Question).ToDictionary(one => one.Key, one => one.MaxBy(answer => answer.Turn)!.Answer);
}
