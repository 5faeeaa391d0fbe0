using System.Globalization;
using System.Text;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Commands;

/// <summary>A roster report as plain text for a terminal or a log.</summary>
internal static class RosterReportText
{
    // More than this nobody reads on a terminal.
    private const int Listed = 200;

    public static string InWords(RosterReport report)
    {
        var text = new StringBuilder();
        text.Append(report.IsTaken ? "Roster: " : "Roster refused: ").Append(report.File);
        if (report.Source is not null) text.Append(" (from ").Append(report.Source).Append(')');
        text.AppendLine().AppendLine();
        if (report.Refusal is { } refusal) text.AppendLine(refusal).AppendLine("Nothing was changed.").AppendLine();
        else Taken(text, report);
        List(text, "Left out, row by row:", [.. report.Refused.Take(Listed).Select(row => $"{row.File}, line {row.Line}: {row.Reason}")]);
        if (report.RefusedRows > Listed) text.AppendLine(CultureInfo.InvariantCulture, $"  and {report.RefusedRows - Listed:N0} more.").AppendLine();
        List(text, "Worth knowing:", report.Notices);
        return text.ToString().TrimEnd() + Environment.NewLine;
    }

    private static void Taken(StringBuilder text, RosterReport report)
    {
        if (report.NeedsConfirming)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"This would make leavers: {report.Leavers.InWords()}. Is it the export of another school?");
            text.AppendLine(CultureInfo.InvariantCulture, $"Nothing was changed. If it is right, load it again with --leavers {report.Ended}.").AppendLine();
        }

        if (report.ChangedNothing) text.AppendLine("Nothing was new and nothing was changed.").AppendLine();
        Line(text, "Organisations", report.Organisations);
        Line(text, "Pupils", report.Pupils);
        Line(text, "Staff", report.Staff);
        Line(text, "Parents and relatives", report.Guardians);
        Line(text, "Parent and relative links", report.Relations);
        text.AppendLine(CultureInfo.InvariantCulture, $"  {"Leavers",-26}{report.Ended,8:N0}");
        if (report.Returned > 0) text.AppendLine(CultureInfo.InvariantCulture, $"  {"Coming back",-26}{report.Returned,8:N0}");
        if (report.Twins > 0) text.AppendLine(CultureInfo.InvariantCulture, $"  {"Probably known already",-26}{report.Twins,8:N0}   look at them under People");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {"Classes, for names only",-26}{report.Classes,8:N0}");
        if (report.OutOfScope > 0) text.AppendLine(CultureInfo.InvariantCulture, $"  {"People of other schools",-26}{report.OutOfScope,8:N0}   left out");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {"Rows left out",-26}{report.RefusedRows,8:N0}").AppendLine();
    }

    private static void Line(StringBuilder text, string what, RosterCount count) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"  {what,-26}{count.Total,8:N0}   {count.New:N0} new, {count.Changed:N0} changed, {count.Same:N0} unchanged");

    private static void List(StringBuilder text, string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        text.AppendLine(heading);
        foreach (var line in lines) text.Append("  - ").AppendLine(line);
        text.AppendLine();
    }
}
