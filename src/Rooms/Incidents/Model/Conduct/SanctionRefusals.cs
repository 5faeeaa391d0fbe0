using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model.Conduct;

/// <summary>Every expected "no" to a sanction, in words for the person who meets it.</summary>
internal static class SanctionRefusals
{
    public static Refusal NotApproved { get; } = new("matrix-not-approved", "No head has approved the school's matrix of conduct yet. Approve or change it first.");

    public static Refusal IntentOpen { get; } = new("intent-open", "Say first in the school's part of the form whether it was on purpose.");

    public static Refusal Accident { get; } = new("accident", "It was an accident, or nobody knows that it was not. An accident is never sanctioned.");

    public static Refusal MustNotPunish { get; } = new("must-not-punish", "The plan says that nobody is sanctioned here: somebody may have been made to do it, or told us about an accident.");

    public static Refusal SupportOpen { get; } = new("support-open", "Support for everybody who was harmed, and for every child said to have done it, comes first. Record it.");

    public static Refusal NotThatMatrix { get; } = new("not-that-matrix", "This category is not for this person. Choose one that is.");

    public static Refusal TakenBackAlready { get; } = new("taken-back-already", "This decision has been taken back already.");

    public static OpenInPlan WelfareOpen(RunItem item) => new("welfare-open", $"The children come first. Still to do: {item.InWords()}", item.RunId, item.Id, item.InWords());
}
