using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Response.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Respond;

/// <summary>
/// Where something that a plan asks for is done on the record. What is written down there settles it, so that nobody says the same
/// thing twice.
/// </summary>
internal static class WhereDone
{
    private static readonly Dictionary<string, Place> Places = new(StringComparer.Ordinal)
    {
        [PlanSteps.SupportEach] = new("support", "Record the support"),
        [PlanSteps.Debrief] = new("debrief", "Write down what was learnt"),
        [PlanSteps.IsolateDevice] = new("held", "Ask for the device to be isolated"),
        ["keep-logs"] = new("technical-tasks/new", "Ask the technician") { More = "what=keep-logs" },
        ["block-address"] = new("technical-tasks/new", "Ask the technician") { More = "what=block-address" },
        ["filter-same-day"] = new("technical-tasks/new", "Ask the technician") { More = "what=review-filter" },
        ["change-passwords"] = new("technical-tasks/new", "Ask the technician") { More = "what=reset-password" },
        [PlanSteps.Conduct] = new("sanctions", "Decide about conduct") { ForHeads = true },
    };

    /// <summary>Null where it is done by whoever does it, and said so here.</summary>
    public static Place? Of(RunItem item, IGuidedFlows flows) => item.Kind switch
    {
        RunItemKind.Referral => new("referrals/new", "Record whom you spoke to"),
        RunItemKind.Telling when item.Key.StartsWith("parents-", StringComparison.Ordinal) => new("parents", "Record what the parents were told"),
        RunItemKind.Telling => null,
        _ when Places.TryGetValue(item.Key, out var place) => place,
        _ when PlanSteps.FlowOf(item.Key) is { } flow && flows.All.Any(one => one.Id == flow) => new("respond", "Go on with these questions") { More = $"flow={flow}" },
        _ when item.Who == "technician" => new("technical-tasks/new", "Ask the technician"),
        _ => null,
    };
}

/// <param name="Page">A page of the record.</param>
/// <param name="Words">What one does there.</param>
internal sealed record Place(string Page, string Words)
{
    /// <summary>What the page is told beside the item.</summary>
    public string? More { get; init; }

    /// <summary>Only a head decides there.</summary>
    public bool ForHeads { get; init; }
}
