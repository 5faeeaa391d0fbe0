using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents;

/// <summary>What this room keeps about people.</summary>
internal static class IncidentKeeps
{
    public const string Pupils = "pupil-records";
    public const string Allegations = "allegations";

    private static readonly string[] OfARecord =
        ["incident", "report", "involvement", "entry", "action_item", "referral", "parents_notice", "support", "technical_task", "receipt", "incident_link",
        "run", "run_answer", "run_item", "sanction"];

    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = Pupils,
            Name = "Concerns and incidents about pupils",
            AboutWhom = "Pupils who are named, their parents, and the staff who reported or worked on it",
            Where = "In the database, for the desk it lies on and for those added by name",
            Why = "To keep children safe: Education Act 2002, section 175, and the guidance made under it",
            Ends = "Listed for review when its period is over; two people and a week before it is erased",
            Tables = OfARecord,
            IsReviewed = true,
        },
        new()
        {
            Key = Allegations,
            Name = "Allegations about adults who work or help here",
            AboutWhom = "The adult, the children who are named, and whoever reported or worked on it",
            Where = "In the database, apart from the child's welfare, for its own desk alone",
            Why = "To answer allegations and to give true references: Keeping children safe in education, part four",
            Ends = "Listed for review when its period is over; two people and a week before it is erased",
            Tables = [.. OfARecord, "welfare_beside", "declared_conflict"],
            IsReviewed = true,
            ExistenceIsSecret = true,
        },
        new()
        {
            Key = "drafts",
            Name = "Reports that were begun and not sent",
            AboutWhom = "Whoever their author names",
            Where = "In the database, sealed for their author alone",
            Why = "So that nobody has to write a report twice",
            Ends = $"Erased by itself after {Draft.Lives.Days} days",
            Tables = ["draft"],
        },
        new()
        {
            Key = "conduct-matrix",
            Name = "The school's matrix of conduct, as its head approved it",
            AboutWhom = "The heads who approved it",
            Where = "In the database",
            Why = "So that a decision can be read beside the matrix that it was made with",
            Ends = "Stays for good",
            Tables = ["conduct_matrix"],
        },
        new()
        {
            Key = "sent-forms",
            Name = "Marks of forms that were sent",
            AboutWhom = "Nobody: a number made from the form",
            Where = "In the database",
            Why = "So that a form which is sent twice counts once",
            Ends = "Erased by itself after 14 days",
            Tables = ["sent_form"],
        },
    ];
}
