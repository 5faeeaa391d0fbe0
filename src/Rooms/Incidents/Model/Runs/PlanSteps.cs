namespace Lifeguard.Incidents.Model.Runs;

/// <summary>Steps of plans that something on the record does: the few keys of flows that this room knows by name.</summary>
internal static class PlanSteps
{
    public const string Debrief = "debrief";
    public const string SupportEach = "support-each";
    public const string Conduct = "category-proposed";
    public const string IsolateDevice = "isolate-device";

    private const string Others = "open-";

    /// <summary>The step that asks for this flow to be begun beside the other.</summary>
    public static string Begins(string flow) => Others + flow;

    /// <summary>The flow that a step asks for; null where it asks for something else. An allegation is a record of its own.</summary>
    public static string? FlowOf(string step) => step.StartsWith(Others, StringComparison.Ordinal) && step[Others.Length..] is var flow and not "allegation" ? flow : null;
}
