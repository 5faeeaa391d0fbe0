using System.Globalization;

namespace Lifeguard.Gateway.Commands.Checks;

/// <summary>What earlier checks say beside this one.</summary>
internal static class CheckHistory
{
    /// <summary>Where a check is to be made, and with what: place and device, apart by a tab. A school writes it; without it what was checked once is checked again.</summary>
    public const string PlanName = "check-places.tsv";

    /// <summary>A third of a year. The Department for Education asks for one check in an academic year at least.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromDays(122);

    public const string NotSaid = "not said";

    /// <summary>Everything that a folder of evidence holds; a file that cannot be read is left out.</summary>
    public static IReadOnlyList<CheckEvidence> In(string folder) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "filter-check-*.json").Order(StringComparer.Ordinal).Select(CheckEvidence.Read).OfType<CheckEvidence>()];

    /// <summary>What is not as it was, in sentences; what is wrong now comes first. What changed alike for several is said once.</summary>
    public static IReadOnlyList<string> Changes(CheckEvidence before, CheckEvidence now)
    {
        List<(bool IsWorse, string What, string Who)> found = [];
        var (old, rows) = (ByRow(before), ByRow(now));
        foreach (var (key, row) in rows)
        {
            var who = $"{row.Name} at {row.Where}";
            if (old.TryGetValue(key, out var was)) found.AddRange(Changes(was, row).Select(change => (change.IsWorse, change.What, who)));
            else found.Add((false, "asked for the first time", who));
        }

        found.AddRange(old.Where(one => !rows.ContainsKey(one.Key)).Select(one => (true, "asked no longer", $"{one.Value.Name} at {one.Value.Where}")));
        var said = found.GroupBy(one => (one.IsWorse, one.What)).OrderByDescending(group => group.Key.IsWorse).Select(group => $"{group.Key.What}: {string.Join("; ", group.Select(one => one.Who))}");
        return before.Configuration == now.Configuration ? [.. said] : [.. said, $"the configuration was {before.Configuration}"];
    }

    private static IEnumerable<(bool IsWorse, string What)> Changes(CheckRow was, CheckRow row)
    {
        if (was.Level != row.Level) yield return (false, $"had the level {was.Level ?? "not known"}, and has {row.Level ?? "not known"}");
        if (was.NotAsked is null && row.NotAsked is not null) yield return (true, "was asked, and could not be asked now");
        if (was.NotAsked is not null && row.NotAsked is null) yield return (false, "could not be asked, and is now");
        if (row.NotAsked is not null) yield break;
        foreach (var cell in row.Cells)
        {
            if (was.Cells.FirstOrDefault(one => one.Kind == cell.Kind && one.Address == cell.Address) is not { } earlier) continue;
            var turned = (earlier.IsRight, cell.IsRight) switch { (true, false) => ", which is WRONG", (false, true) => ", which is right", _ => "" };
            if (earlier.Seen != cell.Seen || turned.Length > 0) yield return (earlier.IsRight && !cell.IsRight, $"{cell.Kind} was {earlier.Seen}, and is {cell.Seen}{turned} ({cell.Address})");
        }

        foreach (var gone in was.Cells.Where(cell => !row.Cells.Any(one => one.Kind == cell.Kind && one.Address == cell.Address))) yield return (true, $"{gone.Kind} is asked for no longer ({gone.Address})");
    }

    /// <summary>Places and devices that were not checked for a term, or never, with this check counted.</summary>
    /// <param name="plan">Those where a check is to be made.</param>
    public static IReadOnlyList<string> Due(IEnumerable<CheckEvidence> earlier, CheckEvidence now, IEnumerable<(string Place, string Device)> plan)
    {
        var last = earlier.Append(now).Where(one => one.Place != NotSaid && one.At <= now.At).GroupBy(one => (one.Place, one.Device)).ToDictionary(group => group.Key, group => group.MaxBy(one => one.At)!);
        return
        [
            .. plan.Where(pair => !last.ContainsKey(pair)).Distinct().Select(pair => $"{pair.Place}, {pair.Device}: never checked"),
            .. last.Where(one => now.At - one.Value.At > Term).OrderBy(one => one.Value.At)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key.Place}, {one.Key.Device}: last on {one.Value.At.UtcDateTime:yyyy-MM-dd}, {(now.At - one.Value.At).Days} days ago")),
            .. last.Where(one => now.At - one.Value.At <= Term && !one.Value.IsRight && one.Value != now).OrderBy(one => one.Value.At)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key.Place}, {one.Key.Device}: not as it must be on {one.Value.At.UtcDateTime:yyyy-MM-dd}, and not checked since")),
        ];
    }

    /// <summary>The school's plan of checks; null, with each bad line named, when it cannot be read.</summary>
    public static IReadOnlyList<(string Place, string Device)>? Plan(string path, TextWriter error)
    {
        if (!File.Exists(path)) return [];
        List<(string, string)> plan = [];
        var (number, isWrong) = (0, false);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("place\t", StringComparison.Ordinal)) continue;
            if (line.Split('\t', StringSplitOptions.TrimEntries) is [{ Length: > 0 } place, { Length: > 0 } device]) plan.Add((place, device));
            else
            {
                error.WriteLine($"{path}, line {number}: a place and a device are expected, apart by a tab.");
                isWrong = true;
            }
        }

        return isWrong ? null : plan;
    }

    private static Dictionary<(string, string), CheckRow> ByRow(CheckEvidence evidence) => evidence.Rows.GroupBy(row => (row.Where, row.Who)).ToDictionary(group => group.Key, group => group.First());
}
