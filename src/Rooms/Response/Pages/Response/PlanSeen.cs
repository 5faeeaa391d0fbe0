using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Response.Pages.Response;

/// <summary>A plan as people see it.</summary>
internal sealed record PlanSeen(Flow Flow, Plan Plan)
{
    public IEnumerable<PlannedTelling> Told => Plan.Tell.Where(one => one.When != Telling.Held);

    public IEnumerable<PlannedTelling> Held => Plan.Tell.Where(one => one.When == Telling.Held);

    public string Name(string role) => Flow.Vocabulary.Roles[role];

    /// <summary>The reason in a sentence, with the answers that led to it.</summary>
    public string InWords(Because because) => because.Answers.Count == 0 ? "Always, for this kind of concern."
        : $"{because.Text} ({string.Join("; ", because.Answers.Select(AnswerInWords).OfType<string>())})";

    private string? AnswerInWords(KeyValuePair<string, string> one) =>
        Flow.Find(one.Key) is { } question ? $"{question.Asks} {question.Answers.First(answer => answer.Id == one.Value).Text}" : null;
}
