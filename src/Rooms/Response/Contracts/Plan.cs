namespace Lifeguard.Response.Contracts;

/// <summary>What to do now that this much is known. The same answers give the same plan.</summary>
/// <param name="Next">The question that is asked next; null when all are answered.</param>
/// <param name="Asked">The questions on the way so far and the answers that hold, in order.</param>
public sealed record Plan(
    string Flow, string Version, bool Complete, string? Next, Urgency Urgency, IReadOnlyList<PlannedStep> Steps, IReadOnlyList<PlannedReferral> Refer,
    IReadOnlyList<PlannedTelling> Tell, IReadOnlyList<Prohibition> MustNot, IReadOnlyList<Asked> Asked);

/// <param name="DueAt">The instant, where the plan was asked for a time.</param>
public sealed record PlannedStep(string Id, string Text, string Who, Due Due, DateTimeOffset? DueAt, IReadOnlyList<Because> Because);

/// <param name="To">Key of the agency.</param>
public sealed record PlannedReferral(string To, string Name, Due Within, DateTimeOffset? DueAt, IReadOnlyList<Because> Because);

public sealed record PlannedTelling(string Role, string Name, Telling When, IReadOnlyList<Because> Because);

public sealed record Prohibition(string Id, string Text, IReadOnlyList<Because> Because);

/// <summary>The rule that led there, and the answers that led to the rule; none where it always holds.</summary>
public sealed record Because(string Rule, string Text, IReadOnlyDictionary<string, string> Answers);

/// <param name="FromCase">Nobody typed it: the case knows it.</param>
public sealed record Asked(string Question, string Answer, bool FromCase);
