namespace Lifeguard.Children.Imports;

/// <summary>
/// What columns of an export mean, by the names that they go by; the first of a line that is there is read. Neither maker publishes a list,
/// and schools choose the columns, so a column is found by name alone, never by its place.
/// </summary>
internal static class EntryColumns
{
    public const string Upn = "upn", Admission = "admission", Given = "given", Family = "family", Name = "name", Born = "born";
    public const string Date = "date", Time = "time", Entered = "entered", Title = "title", Category = "category", Sub = "sub", Text = "text";
    public const string Actions = "actions", Status = "status", WrittenBy = "by", Others = "others", Number = "number";

    public static IReadOnlyDictionary<string, string[]> Names { get; } = new Dictionary<string, string[]>
    {
        [Upn] = ["UPN", "Unique pupil number", "Student UPN", "Pupil UPN"],
        [Admission] = ["Admission number", "Admission no", "Adno", "Admission", "Student admission number", "Pupil ID", "Student ID", "MIS ID"],
        [Given] = ["Forename", "First name", "Given name", "Student forename", "Pupil forename", "Student first name", "Pupil first name", "Legal forename", "Firstname"],
        [Family] = ["Surname", "Last name", "Family name", "Student surname", "Pupil surname", "Student last name", "Pupil last name", "Legal surname", "Lastname"],
        [Name] = ["Student name", "Pupil name", "Student", "Pupil", "Child", "Child name", "Profile name", "Profile", "Full name", "Name"],
        [Born] = ["Date of birth", "DOB", "Birth date", "Student DOB", "Pupil DOB", "Student date of birth", "Pupil date of birth"],
        [Date] = ["Incident date", "Date of incident", "Date of concern", "Concern date", "Event date", "Date of event", "Incident date/time", "Date and time", "Date time", "Occurred on", "Date"],
        [Time] = ["Incident time", "Time of incident", "Time of concern", "Concern time", "Event time", "Time"],
        [Entered] = ["Date added", "Added on", "Date reported", "Reported on", "Date raised", "Raised on", "Date created", "Created on", "Created at", "Date recorded", "Date logged"],
        [Title] = ["Title", "Subject", "Concern title", "Concern summary", "Summary", "Headline"],
        [Category] = ["Category", "Categories", "Incident categories", "Incident category", "Concern category", "Concern type", "Type of concern", "Concern types", "Type"],
        [Sub] = ["Subcategory", "Subcategories", "Sub-category", "Sub categories"],
        [Text] = ["Incident", "Incident text", "Incident details", "Details of concern", "Concern details", "Concern", "Description", "Details", "Narrative", "Note", "Notes", "Text", "Content", "Entry"],
        [Actions] = ["Actions taken", "Action taken", "Actions", "Action", "Action text", "Follow up", "Outcome", "Outcomes"],
        [Status] = ["Status", "Concern status", "Incident status"],
        [WrittenBy] = ["Added by", "Reported by", "Raised by", "Author", "Created by", "Recorded by", "Entered by", "Logged by", "Staff member", "Staff"],
        [Others] = ["Linked students", "Linked pupils", "Also involved", "Other students", "Other pupils", "Linked student(s)", "Linked profiles", "Linked to", "Linked"],
        [Number] = ["Incident number", "Incident ID", "Concern ID", "Concern reference", "Concern number", "Reference", "Reference number", "Ref", "ID"],
    };

    /// <summary>A name without what exports vary: capitals, spaces and signs.</summary>
    public static string Loose(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
