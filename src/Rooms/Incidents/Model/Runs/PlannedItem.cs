using Lifeguard.Response.Contracts;

namespace Lifeguard.Incidents.Model.Runs;

/// <summary>One thing that a plan asks for, before it is a row.</summary>
internal sealed record PlannedItem(RunItemKind Kind, string Key, string Text, string Who, string Because, Due Within)
{
    public bool AfterAdvice { get; init; }

    /// <summary>All that the plan asks for. Who must not be told yet is shown, and nothing that anybody does.</summary>
    public static IReadOnlyList<PlannedItem> Of(Plan plan, GuidedFlow flow) =>
    [
        .. plan.Refer.Select(one => new PlannedItem(RunItemKind.Referral, one.To, one.Name, "", Why(flow, one.Because), one.Within)),
        .. plan.Steps.Select(one => new PlannedItem(RunItemKind.Step, one.Id, one.Text, one.Who, Why(flow, one.Because), one.Due)),
        .. plan.Tell.Where(one => one.When != Telling.Held)
            .Select(one => new PlannedItem(RunItemKind.Telling, one.Role, one.Name, "", Why(flow, one.Because), one.When == Telling.Now ? Due.SameDay : Due.WhenReady) { AfterAdvice = one.When == Telling.AfterAdvice }),
    ];

    private static string Why(GuidedFlow flow, IReadOnlyList<Because> because) => string.Join("\n", because.Select(flow.InWords).Distinct());
}
