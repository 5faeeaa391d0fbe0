using System.Globalization;
using System.Text;
using Lifeguard.Organisation.Roster;

namespace Lifeguard.Organisation.Commands;

/// <summary>A plan as plain text for a terminal: leaving first, because that is what goes wrong.</summary>
internal static class RosterPlanText
{
    public static string InWords(RosterPlan plan)
    {
        var text = new StringBuilder("Preview. Nothing was changed.").AppendLine().AppendLine();
        if (plan.Report.IsTaken)
        {
            People(text, "Leaving", plan.Leaving, plan.Report.Ended);
            People(text, "Coming back", plan.Returning, plan.Report.Returned);
            People(text, "Changed", plan.Changed, plan.Report.Pupils.Changed + plan.Report.Staff.Changed + plan.Report.Guardians.Changed - plan.Report.Returned);
            People(text, "New", plan.New, plan.Report.Pupils.New + plan.Report.Staff.New + plan.Report.Guardians.New);
            Twins(text, plan);
        }

        return text.Append(RosterReportText.InWords(plan.Report)).ToString();
    }

    private static void People(StringBuilder text, string heading, IReadOnlyList<PlannedPerson> people, int total)
    {
        if (total == 0) return;
        text.AppendLine(CultureInfo.InvariantCulture, $"{heading}: {total:N0}");
        foreach (var one in people)
        {
            text.Append("  ").Append(one.Name).Append(" (").Append(one.Kind).Append(", ").Append(one.Place);
            if (one.About is not null) text.Append(", ").Append(one.About);
            text.Append(')');
            foreach (var change in one.Changes) text.Append("; ").Append(change.What).Append(": ").Append(change.From ?? "-").Append(" > ").Append(change.To ?? "-");
            text.AppendLine();
        }

        if (total > people.Count) text.AppendLine(CultureInfo.InvariantCulture, $"  and {total - people.Count:N0} more");
        text.AppendLine();
    }

    private static void Twins(StringBuilder text, RosterPlan plan)
    {
        if (plan.Report.Twins == 0) return;
        text.AppendLine(CultureInfo.InvariantCulture, $"Probably one human being twice: {plan.Report.Twins:N0}");
        foreach (var one in plan.Twins) text.Append("  ").Append(one.Name).Append(" (").Append(one.Place).Append(") and ").Append(one.Other).Append(" (").Append(one.OtherPlace).Append("): ").AppendLine(one.Because);
        text.AppendLine();
    }
}
