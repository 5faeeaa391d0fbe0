using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;

namespace Lifeguard.Organisation.Pages.Organisation.Imports;

/// <summary>Forms and states of an import as people read them.</summary>
internal static class ImportWays
{
    public static string InWords(this RosterForm form) => form switch
    {
        RosterForm.OneRoster => "OneRoster export",
        RosterForm.Pupils => "All pupils",
        RosterForm.Staff => "All staff",
        RosterForm.School => "School details",
        _ => "Parents and carers",
    };

    public static string InWords(this ImportState state) => state switch
    {
        ImportState.Waiting => "Being read",
        ImportState.Previewed => "Waits for you",
        ImportState.Confirmed => "Being applied",
        ImportState.Applied => "Applied",
        ImportState.Refused => "Refused",
        _ => "Given up",
    };

    public static string Meaning(this ImportState state) => state switch
    {
        ImportState.Applied => "done",
        ImportState.Refused => "danger",
        ImportState.Cancelled => "neutral",
        _ => "due",
    };

    public static string InWords(this PersonKind kind) => kind switch
    {
        PersonKind.Pupil => "Pupil",
        PersonKind.Staff => "Staff",
        PersonKind.Parent => "Parent",
        PersonKind.Governor => "Governor",
        _ => "Relative or other",
    };

    /// <summary>12 new pupils, 3 changed: the counts of a report as one sentence.</summary>
    public static string Sentence(RosterReport report, bool isDone)
    {
        if (report.ChangedNothing) return isDone ? "Nothing was new and nothing was changed." : "This would change nothing: all that was read of the file is known already.";
        List<string> parts = [];
        Add(parts, report.Pupils.New, "new pupil", "new pupils");
        Add(parts, report.Staff.New, "new member of staff", "new members of staff");
        Add(parts, report.Guardians.New, "new parent or relative", "new parents and relatives");
        Add(parts, report.Pupils.Changed + report.Staff.Changed + report.Guardians.Changed - report.Returned, "person changed", "people changed");
        Add(parts, report.Returned, "coming back", "coming back");
        Add(parts, report.Ended, "leaver", "leavers");
        Add(parts, report.Relations.New, "new link between parent and child", "new links between parents and children");
        Add(parts, report.Organisations.New, "new organisation", "new organisations");
        Add(parts, report.Organisations.Changed, "organisation joined to the export", "organisations joined to the export");
        Add(parts, report.SchoolDetails, "detail of the school changed", "details of the school changed");
        var list = parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
        return isDone ? $"Done: {list}." : $"This would mean: {list}.";
    }

    private static void Add(List<string> parts, int count, string one, string several)
    {
        if (count > 0) parts.Add($"{count:N0} {(count == 1 ? one : several)}");
    }
}
