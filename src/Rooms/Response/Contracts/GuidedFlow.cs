using Lifeguard.Response.Model.Flows;
using Lifeguard.Response.Model.Local;
using Lifeguard.Response.Model.Plans;

namespace Lifeguard.Response.Contracts;

/// <summary>One edition of a flow: its questions, and the plan that answers to them make. It never changes.</summary>
public sealed class GuidedFlow
{
    private readonly Flow _flow;

    internal GuidedFlow(Edition edition) => (Edition, _flow, Text) = (edition.Id, edition.Flow, edition);

    /// <summary>The flows that come with Lifeguard, for a program without a database.</summary>
    /// <param name="fullyLocal">With the most that an organisation can publish on top of each, for measuring.</param>
    public static IReadOnlyList<GuidedFlow> BuiltIn(bool fullyLocal = false)
    {
        var flows = FlowLibrary.BuiltIn();
        return [.. flows.All.Select(flow => flows.EditionOf(flow.Id)!).Select(own => new GuidedFlow(fullyLocal ? LocalFlow.AtItsMost(own) : own))];
    }

    /// <summary>Made from its text: the same text is the same edition everywhere.</summary>
    public Guid Edition { get; }

    public string Id => _flow.Id;

    public string Title => _flow.Title;

    /// <summary>The day from which it holds, as <c>2026-11-26</c>.</summary>
    public string Version => _flow.Version;

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<GuidedQuestion> Questions =>
        [.. _flow.Questions.Select(one => new GuidedQuestion(one.Id, one.Asks, one.Why, [.. one.Answers.Select(answer => new GuidedAnswer(answer.Id, answer.Text))], one.Fact))];

    /// <summary>Whose local guidance is in it, such as <c>Brackenshire Partnership, edition 3 of 26 November 2026</c>; none where it is as it comes.</summary>
    public IReadOnlyList<string> Local => [.. _flow.Local.Select(one => one.ToString())];

    /// <summary>What organisations above the school say beside it.</summary>
    public IReadOnlyList<GuidedLine> Lines => [.. _flow.Lines.Select(one => new GuidedLine(one.By, one.Text))];

    internal Edition Text { get; }

    /// <param name="answers">By question; those that the flow does not take do not count.</param>
    /// <param name="standIns">Roles that have no part in this case, and who takes their place; an empty text where nobody does.</param>
    public Plan MakePlan(IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> standIns) =>
        PlanMaker.Make(_flow, answers, CaseFacts.None with { StandIns = standIns });

    /// <summary>A role as people read it.</summary>
    public string NameOf(string role) => _flow.Vocabulary.Roles.GetValueOrDefault(role, "Whoever handles the record");

    /// <summary>A reason as a sentence, with the answers that led to it.</summary>
    public string InWords(Because because) => _flow.InWords(because);
}

/// <param name="Why">Why it is asked, for whoever stops at it; null where it is plain.</param>
/// <param name="Fact">What a case may know that answers it; null where nothing does.</param>
public sealed record GuidedQuestion(string Id, string Asks, string? Why, IReadOnlyList<GuidedAnswer> Answers, string? Fact);

/// <summary>A line of local guidance, and whose it is.</summary>
public sealed record GuidedLine(string By, string Text);

public sealed record GuidedAnswer(string Id, string Text);
