using Lifeguard.Kernel;

namespace Lifeguard.Organisation;

/// <summary>What this room keeps about people.</summary>
internal static class OrganisationKeeps
{
    public static IReadOnlyList<KeptClass> All { get; } =
    [
        new()
        {
            Key = "people",
            Name = "The roster: names, year groups, dates of birth, who is whose parent",
            AboutWhom = "Pupils, parents, staff, governors and others of the school, and those who have left",
            Where = "In the database, for whoever keeps the people and for whoever names somebody in a report",
            Why = "To know who is meant, and who may read: Education Act 2002, section 175",
            Ends = "Changed with each import. Whoever leaves is marked as a leaver and loses every right that day; the row stays, because records name it",
            Tables = ["person", "relation", "identity_merge"],
        },
        new()
        {
            Key = "roles",
            Name = "Who holds which role, from when to when, and who gave it",
            AboutWhom = "Staff, governors and others with a role",
            Where = "In the database, for whoever keeps the people",
            Why = "To show years later who could read what",
            Ends = "Stays with the records that were read by its holder",
            Tables = ["appointment", "role_proposal"],
        },
        new()
        {
            Key = "imports",
            Name = "Files of people that were chosen for an import",
            AboutWhom = "Everybody in the file",
            Where = "In the data folder of the machine, and what it would change in the database",
            Why = "To show what would change before it does",
            Ends = "The file and the names go as soon as it has been applied or given up; who chose which file and the counts stay",
            Tables = ["people_import"],
        },
        new()
        {
            Key = "places",
            Name = "Schools, their settings and the numbers of local agencies",
            AboutWhom = "Nobody, unless an agency's entry names somebody",
            Where = "In the database, for everybody who is signed in",
            Why = "To show the right number at the right hour",
            Ends = "Changed or taken out by hand",
            Tables = ["organisation", "organisation_setting", "agency_contact"],
        },
    ];
}
