namespace Lifeguard.Organisation.Roster.Plain;

/// <summary>The name that a misspelt header may have meant: at most two letters away, and never taken for it.</summary>
internal static class NearMiss
{
    public static string? Of(string header, RosterColumns.Shape shape, IReadOnlyCollection<string> fields)
    {
        var typed = RosterColumns.Loose(header);
        if (shape.Names is null || typed.Length is < 3 or > 40) return null;
        return fields.SelectMany(field => shape.Names[field]).Select(name => (Name: name, Far: Distance(typed, RosterColumns.Loose(name))))
            .Where(one => one.Far <= (typed.Length < 5 ? 1 : 2)).OrderBy(one => one.Far).Select(one => one.Name).FirstOrDefault();
    }

    // Letters to add, take away or change (Levenshtein).
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var before = row[0];
            row[0] = at;
            for (var to = 1; to <= other.Length; to++)
            {
                var kept = row[to];
                row[to] = Math.Min(Math.Min(row[to] + 1, row[to - 1] + 1), before + (one[at - 1] == other[to - 1] ? 0 : 1));
                before = kept;
            }
        }

        return row[^1];
    }
}
