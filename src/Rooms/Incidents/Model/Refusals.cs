using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>Every expected "no" of this room, in words for the person who meets it.</summary>
internal static class Refusals
{
    public static Refusal AlreadyRemoved { get; } = new("already-removed", "This person has been taken off the record already.");

    public static Refusal AlreadyTakenOn { get; } = new("already-taken-on", "This concern is an incident already.");

    public static Refusal NotTakenOn { get; } = new("not-taken-on", "Turn the concern into an incident first.");

    public static Refusal AlreadyClosed { get; } = new("already-closed", "This record is closed. Reopen it to change it.");

    public static Refusal NotClosed { get; } = new("not-closed", "This record is open.");

    public static Refusal FormNotComplete { get; } = new("form-not-complete", "Complete the school's part of the form.");

    public static Refusal NotClassified { get; } = new("not-classified", "Choose at least one type of incident and one area of risk.");

    public static Refusal ActionsOpen { get; } = new("actions-open", "Finish or end every action.");

    public static Refusal TechnicalTasksOpen { get; } = new("technical-tasks-open", "A task with the technician is still open.");

    public static Refusal ParentsNotDecided { get; } = new("parents-not-decided", "Record that parents were told, or why they have not been told yet.");

    public static Refusal ReferralDecisionMissing { get; } = new("referral-decision-missing", "Record the decision about a referral, also when it is not to refer.");

    public static Refusal ReferralOutcomeMissing { get; } = new("referral-outcome-missing", "Record what came of each referral.");

    public static Refusal SupportMissing { get; } = new("support-missing", "Record the support given to, offered to or declined by each child involved.");

    public static Refusal OutcomeMissing { get; } = new("outcome-missing", "Say what the outcome is.");

    public static Refusal LessonsMissing { get; } = new("lessons-missing", "Say what was learnt, also when nothing was.");

    public static Refusal NobodyToHandTo { get; } = new("nobody-to-hand-to", "Choose somebody who may read this record.");

    public static Refusal AlreadyDone { get; } = new("already-done", "This has been done already.");

    public static Refusal NoFileHere { get; } = new("no-file-here", "No file can be kept with this record, because sexual imagery may be concerned. Keep the device, unseen, and tell the safeguarding lead.");

    public static Refusal OnlyTheHandler { get; } = new("only-the-desk", "Only the desk that holds the allegation decides this.");
}
