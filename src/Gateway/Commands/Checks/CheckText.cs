using System.Globalization;
using System.Text;

namespace Lifeguard.Gateway.Commands.Checks;

/// <summary>A check as people read it, in a terminal and on paper: what is wrong, then the table, then how it was asked.</summary>
internal static class CheckText
{
    private const int Width = 96;

    /// <param name="changes">What is not as it was; null where nothing was compared.</param>
    /// <param name="due">What was not checked for a long time.</param>
    public static string Of(CheckEvidence evidence, IReadOnlyList<string>? changes, DateTimeOffset? before, IReadOnlyList<string> due)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
        void Part(string title, IEnumerable<string> lines)
        {
            if (!lines.Any()) return;
            text.AppendLine().AppendLine(title);
            foreach (var line in lines) Wrapped(text, line);
        }

        Line($"Filter check of {evidence.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC{(evidence.School is null ? "" : $", {evidence.School}")}");
        Line($"Place: {evidence.Place}. Device: {evidence.Device}. Group: {evidence.Group}. By: {evidence.By}, on {evidence.Machine}.");
        Line($"Configuration in the folder: {evidence.Configuration}.");
        Line($"The running gateway: {evidence.Running ?? "its health did not say what it holds"}.");
        text.AppendLine();
        text.AppendLine(Result(evidence));
        if (!evidence.IsOfThisConfiguration) Line($"WRONG: another configuration answered than the one in this folder{(evidence.IsOther.Count == 0 ? "" : $" ({string.Join(", ", evidence.IsOther)})")}. What follows says nothing about it.");

        Part("WRONG", evidence.Cells.Where(one => !one.Cell.IsRight).GroupBy(one => one.Cell)
            .Select(group => $"{group.Key.Kind} must be {group.Key.Expected}, and is: {group.Key.Seen}. {group.Key.Address}, for: {string.Join("; ", group.Select(one => $"{one.Row.Name} at {one.Row.Where}"))}"));
        Part("COULD NOT BE ASKED", evidence.Rows.Where(row => row.NotAsked is not null).Select(row => $"{row.Name}: {row.NotAsked}"));
        Part("NOTHING IS ASKED FOR", evidence.Rows.SelectMany(row => row.Missing.Select(kind => (kind, row.Name))).GroupBy(one => one.kind).Select(group => $"{group.Key}, of: {string.Join(", ", group.Select(one => one.Name).Distinct())}"));

        foreach (var where in evidence.Rows.GroupBy(row => row.Where))
        {
            text.AppendLine().AppendLine(Capital(where.Key));
            Table(text, [.. where]);
        }

        if (!evidence.Rows.Any(row => row.Where.StartsWith(CheckGate.Gateway, StringComparison.Ordinal)))
            text.AppendLine().AppendLine("Groups were not asked from here: policy and doors do not lie in the folder. Ask them where the gate runs.");
        Part("As whom it was asked", evidence.Rows.Where(row => row.NotAsked is null).GroupBy(row => (row.Name, row.How)).Select(group => $"{group.Key.Name}: {group.Key.How}"));
        Part("What was asked for", evidence.Cells.GroupBy(one => (one.Cell.Kind, one.Cell.Address)).Select(group => $"{group.Key.Kind}: {group.Key.Address}"));
        if (evidence.UnfilteredMinutes > 0) Part("Without a filter", [string.Create(CultureInfo.InvariantCulture, $"The staff's door was open while no gateway answered, in {evidence.UnfilteredMinutes} minutes of the last {CheckHistory.Term.Days} days.")]);
        if (changes is not null && before is { } at) Part(string.Create(CultureInfo.InvariantCulture, $"Since the check of {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC"), changes.DefaultIfEmpty("Nothing is different."));
        Part("To be checked again", due);
        text.AppendLine().AppendLine("What was done about it: ______________________________________________________________");
        text.AppendLine("Seen by the safeguarding lead: ______________  the governor: ______________  on: ____________");
        return text.ToString();
    }

    private static string Result(CheckEvidence evidence)
    {
        var wrong = evidence.Cells.Count(one => !one.Cell.IsRight);
        var without = evidence.Rows.Count(row => row.NotAsked is not null);
        var missing = evidence.Rows.SelectMany(row => row.Missing).Distinct().Count();
        if (!evidence.IsOfThisConfiguration) return "This is no evidence for the configuration in the folder.";
        if (evidence.IsRight) return string.Create(CultureInfo.InvariantCulture, $"All as it must be: {evidence.Cells.Count()} answers.");
        List<string> parts = [];
        if (wrong > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{wrong} of {evidence.Cells.Count()} not as it must be"));
        if (without > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{without} could not be asked"));
        if (missing > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{missing} of the kinds that a check needs not asked for"));
        if (parts.Count == 0) parts.Add("Nothing was asked");
        return $"{Capital(string.Join("; ", parts))}.";
    }

    // Kinds that do not fit beside each other go into a second table below.
    private static void Table(StringBuilder text, IReadOnlyList<CheckRow> rows)
    {
        var first = Math.Min(rows.Max(row => row.Name.Length), 34) + 2;
        var kinds = rows.SelectMany(row => row.Cells).Select(cell => cell.Kind).Distinct().Select(kind => (Kind: kind, Width: Math.Max(kind.Length, rows.Max(row => In(row, kind).Length)) + 2)).ToList();
        while (kinds.Count > 0)
        {
            var count = 1;
            for (var width = 2 + first + kinds[0].Width; count < kinds.Count && width + kinds[count].Width <= Width; count++) width += kinds[count].Width;
            var part = kinds[..count];
            kinds.RemoveRange(0, count);
            text.AppendLine($"  {new string(' ', first)}{string.Concat(part.Select(one => one.Kind.PadRight(one.Width)))}".TrimEnd());
            foreach (var row in rows) text.AppendLine($"  {Cut(row.Name, first - 2).PadRight(first)}{string.Concat(part.Select(one => In(row, one.Kind).PadRight(one.Width)))}".TrimEnd());
        }
    }

    private static string In(CheckRow row, string kind)
    {
        if (row.NotAsked is not null) return "not asked";
        var cells = row.Cells.Where(cell => cell.Kind == kind).ToArray();
        if (cells.Length == 0) return "-";
        var wrong = cells.FirstOrDefault(cell => !cell.IsRight);
        return wrong is not null ? $"WRONG {Short(wrong.Seen)}" : string.Join(", ", cells.Select(cell => Short(cell.Seen)).Distinct());
    }

    private static string Short(string seen) => seen.Split(',', '(')[0].Trim();

    private static string Cut(string name, int length) => name.Length <= length ? name : $"{name[..(length - 1)]}…";

    private static string Capital(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static void Wrapped(StringBuilder text, string line)
    {
        var indent = "  ";
        while (line.Length > Width - indent.Length && line.LastIndexOf(' ', Width - indent.Length) is > 0 and var at)
        {
            text.Append(indent).AppendLine(line[..at]);
            (line, indent) = (line[(at + 1)..], "    ");
        }

        text.Append(indent).AppendLine(line);
    }
}
