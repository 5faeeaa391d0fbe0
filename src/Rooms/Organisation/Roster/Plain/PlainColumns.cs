using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Roster.Plain;

/// <summary>What columns of a plain file mean, by the names that school systems give them; the first of a line that is there is read.</summary>
internal static class PlainColumns
{
    private static readonly string[] Given = ["given", "Legal forename", "Forename", "Legal first name", "First name", "Given name", "Firstname"];
    private static readonly string[] Family = ["family", "Legal surname", "Surname", "Legal last name", "Last name", "Family name", "Lastname"];
    private static readonly string[] KnownAs = ["knownAs", "Preferred forename", "Preferred first name", "Known as", "Chosen forename", "Chosen name", "Preferred name"];
    private static readonly string[] Email = ["email", "Work email", "School email", "Email", "Email address", "Primary email", "Main email", "Home email"];
    private static readonly string[] Upn = ["upn", "UPN", "Unique pupil number", "Pupil UPN", "Child UPN", "Student UPN"];
    private static readonly string[] Admission = ["admission", "Admission number", "Adno", "Admission no", "Pupil ID", "Student ID", "Pupil number", "Child ID"];

    private const string Special = "specially protected by law and not needed here";

    // Said to be ignored, each with what it is: neither secrets nor what the law gives special protection is needed here.
    private static readonly Dictionary<string, string> NotRead = new(StringComparer.Ordinal)
    {
        ["password"] = "passwords are never read",
        ["pin"] = "passwords are never read",
        ["passcode"] = "passwords are never read",
        ["username"] = "user names are never read",
        ["ethnicity"] = Special,
        ["ethnicorigin"] = Special,
        ["ethnicgroup"] = Special,
        ["ethnicitycode"] = Special,
        ["religion"] = Special,
        ["faith"] = Special,
        ["sexuality"] = Special,
        ["sexualorientation"] = Special,
        ["genderidentity"] = Special,
        ["disability"] = Special,
        ["disabilities"] = Special,
        ["medical"] = Special,
        ["medicalcondition"] = Special,
        ["medicalnote"] = Special,
        ["allergie"] = Special,
        ["allergies"] = Special,
        ["health"] = Special,
        ["biometric"] = Special,
        ["fingerprint"] = Special,
        ["tradeunion"] = Special,
        ["nhsnumber"] = Special,
        ["ninumber"] = "not needed here",
        ["nationalinsurancenumber"] = "not needed here",
    };

    private static readonly Dictionary<RosterForm, RosterColumns.Shape> Shapes = new()
    {
        [RosterForm.Pupils] = Shape(
            Upn, Admission, Given, Family, KnownAs, Email,
            ["year", "Year", "Year group", "NC year", "National curriculum year", "NC year actual", "Curriculum year", "Yr", "Grade"],
            ["class", "Reg group", "Registration group", "Reg", "Registration class", "Form", "Form group", "Tutor group", "Tutor", "Class", "Class name"],
            ["born", "Date of birth", "DOB", "Birth date", "D.O.B.", "Born"]),
        [RosterForm.Staff] = Shape(
            ["id", "Staff code", "Staff ID", "Employee number", "Employee ID", "Payroll number", "Staff number", "Teacher code", "Staff initials", "MIS ID"],
            Given, Family, KnownAs, Email, ["role", "Role", "Job title", "Job", "Post", "Post title", "Staff type", "Position"]),
        [RosterForm.Parents] = Shape(
            ["id", "Contact ID", "Parent ID", "Carer ID", "Guardian ID", "Person ID", "MIS ID"],
            Given, Family, KnownAs, Email, Upn, Admission, ["relation", "Relationship", "Relation", "Relationship to pupil", "Relationship type", "Contact type"]),
    };

    public static RosterColumns.Shape Of(RosterForm form) => Shapes[form];

    private static RosterColumns.Shape Shape(params string[][] lines) =>
        new(["given", "family"], [.. lines.Select(line => line[0]).Where(field => field is not ("given" or "family"))], "")
        {
            Names = lines.ToDictionary(line => line[0], line => line[1..]),
            NotRead = NotRead,
        };
}
