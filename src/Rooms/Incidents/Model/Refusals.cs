using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>Every expected "no" of this room, in words for the person who meets it.</summary>
internal static class Refusals
{
    public static Refusal AlreadyRemoved { get; } = new("already-removed", "This person has been taken off the record already.");

    public static Refusal AlreadyTakenOn { get; } = new("already-taken-on", "This concern is an incident already.");

    public static Refusal HandledAlready { get; } = new("handled-already", "Somebody is handling this already. Ask them to hand it over.");

    public static Refusal NotTakenOn { get; } = new("not-taken-on", "Turn the concern into an incident first.");

    public static Refusal AlreadyClosed { get; } = new("already-closed", "This record is closed. Reopen it to change it.");

    public static Refusal NotClosed { get; } = new("not-closed", "This record is open.");

    public static Refusal FormNotComplete { get; } = new("form-not-complete", "Complete the school's part of the form.");

    public static Refusal NotClassified { get; } = new("not-classified", "Choose at least one type of incident and one area of risk.");

    public static Refusal ActionsOpen { get; } = new("actions-open", "Finish or end every action.");

    public static Refusal TechnicalTasksOpen { get; } = new("technical-tasks-open", "A task with the technician is still open.");

    public static Refusal ThingsHeld { get; } = new("things-held", "Something is still held for this record, or a search of a device is not decided. It is returned, handed to the police or disposed of first.");

    public static Refusal ParentsNotDecided { get; } = new("parents-not-decided", "Record that parents were told, or why they have not been told yet.");

    public static Refusal FamilyHeld { get; } = new("family-held", "Telling this family is held. Say why they were told all the same, and who agreed.");

    public static Refusal ReferralDecisionMissing { get; } = new("referral-decision-missing", "Record the decision about a referral, also when it is not to refer.");

    public static Refusal ReferralOutcomeMissing { get; } = new("referral-outcome-missing", "Record what came of each referral.");

    public static Refusal SupportMissing { get; } = new("support-missing", "Record the support given to, offered to or declined by everybody who was harmed and every child said to have done it.");

    public static Refusal OutcomeMissing { get; } = new("outcome-missing", "Say what the outcome is.");

    public static Refusal LessonsMissing { get; } = new("lessons-missing", "Say what was learnt, also when nothing was.");

    public static Refusal NobodyToHandTo { get; } = new("nobody-to-hand-to", "Choose somebody who may read this record.");

    public static Refusal AlreadyDone { get; } = new("already-done", "This has been done already.");

    public static Refusal NoFileHere { get; } = new("no-file-here", "No file can be kept with this record, because sexual imagery may be concerned. Keep the device, unseen, and tell the safeguarding lead.");

    public static Refusal OnlyTheHandler { get; } = new("only-the-desk", "Only the desk that holds the allegation decides this.");

    public static Refusal OnlyWhenDeliberate { get; } = new("only-when-deliberate", "What it could be considered as is asked only when it was on purpose.");

    public static Refusal PoliceUndecided { get; } = new("police-undecided", "The form says that nobody is sure whether the police are needed. Ask for advice and decide.");

    public static Refusal PoliceNotTold { get; } = new("police-not-told", "The form says that somebody needs the police. Record when they were told.");

    public static Refusal AuthorityNotTold { get; } = new("authority-not-told", "An allegation like this has to reach the LADO. Record when they were told and what they said.");

    public static Refusal NotCopied { get; } = new("not-copied", "Write where the copy stands in the school's other safeguarding record, or that this record stands alone.");

    public static Refusal AlreadyCopied { get; } = new("already-copied", "A copy stands in the other record already.");

    public static Refusal NobodyToAnswer { get; } = new("nobody-to-answer", "Nobody was asked, so there is no answer to record.");

    public static Refusal AskAgainMissing { get; } = new("ask-again-missing", "Something is still awaited. Say on which day you ask again.");

    public static Refusal NotYourDesk { get; } = new("not-your-desk", "This is decided by the desk it lies on, or by whoever it was handed to.");

    public static Refusal NoTechnician { get; } = new("no-technician", "No technician of this school can be asked through this record.");

    public static Refusal NamesSomebody { get; } = new("names-somebody", "The technician must not learn who is involved. Leave out every name.");

    public static Refusal AlreadyLinked { get; } = new("already-linked", "These two records are linked already.");

    public static Refusal LinkedToItself { get; } = new("linked-to-itself", "This is the same record.");
}
