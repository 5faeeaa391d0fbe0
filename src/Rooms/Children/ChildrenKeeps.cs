using Lifeguard.Kernel;

namespace Lifeguard.Children;

/// <summary>What this room keeps about people.</summary>
internal static class ChildrenKeeps
{
    public const string Files = "children-files";

    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = Files,
            Name = "Children's files: care status, plans, orders, parental responsibility, professionals, needs, language",
            AboutWhom = "Pupils with a file, their parents and carers, and the professionals around them",
            Where = "In the database, sealed, for the safeguarding team without the child's own relatives",
            Why = "To look after the child and to know who may be told: Children Act 2004, section 11; Education Act 2002, section 175",
            Ends = "Nothing counts while the child is at the school or the file is on its way. Listed for review when its period is over; two people and a week before it is erased, with all that was recorded before",
            Tables = ["child_file", "child_fact", "child_kept_from"],
            IsReviewed = true,
        },
        new()
        {
            Key = "chronologies",
            Name = "What other systems and schools recorded before",
            AboutWhom = "Pupils, and whoever those entries name",
            Where = "In the database, sealed, in the child's file",
            Why = "A chronology that begins in the middle misleads: Keeping children safe in education",
            Ends = "Goes with the child's file. A package that was opened and not taken in goes when it is given up",
            Tables = ["child_entry", "received_file"],
        },
        new()
        {
            Key = "exports-of-other-systems",
            Name = "Exports of other systems that were chosen to be taken in",
            AboutWhom = "Everybody in the export",
            Where = "In the database, sealed, for whoever chose it alone",
            Why = "To show what would be taken in before it is",
            Ends = "The export goes as soon as it has been applied or given up; who chose it and the counts stay",
            Tables = ["chronology_import"],
        },
        new()
        {
            Key = "files-sent-on",
            Name = "Files on their way to the next school, and the receipts",
            AboutWhom = "Pupils who leave",
            Where = "In the database; the package sealed for the next school until its receipt is recorded",
            Why = "To send a file within five school days and to prove that it arrived: Keeping children safe in education",
            Ends = "The package goes with the receipt; that it was sent, to whom and with what sum stays as long as the child's file",
            Tables = ["file_transfer"],
        },
        new()
        {
            Key = "file-keys",
            Name = "Keys to which other schools seal files",
            AboutWhom = "Nobody; who made one is named",
            Where = "In the database: the public half for anybody, the secret half sealed",
            Why = "To receive files that nobody else can open",
            Ends = "A key that was replaced stays, so that what was sealed to it can be opened",
            Tables = ["file_key"],
        },
    ];
}
