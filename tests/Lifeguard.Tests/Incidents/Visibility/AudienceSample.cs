namespace Lifeguard.Tests.Incidents.Visibility;

/// <summary>The lines of the table that the fast tier walks through: as few as show every kind of record, desk and circumstance.</summary>
internal static class AudienceSample
{
    public static bool IsFull => Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1";

    public static IReadOnlyList<AudienceCase> Read()
    {
        var all = AudienceTable.Read();
        return IsFull ? all : Cover(all);
    }

    /// <summary>What a line shows that another might not.</summary>
    public static IEnumerable<string> Features(AudienceCase row) =>
    [
        "record " + row.Record,
        .. row.MayKnow.Select(one => $"{row.Record} known to {one}"),
        .. row.Given.Select(one => "given " + one.Split(':')[0]),
        .. row.MayKnow.Count == 0 ? ["known to nobody"] : Array.Empty<string>(),
        .. row.Named.Contains("technician") ? ["about the technician"] : Array.Empty<string>(),
    ];

    private static List<AudienceCase> Cover(IReadOnlyList<AudienceCase> all)
    {
        var missing = all.SelectMany(Features).ToHashSet();
        var chosen = new List<AudienceCase>();
        while (missing.Count > 0)
        {
            var next = all.MaxBy(row => Features(row).Distinct().Count(missing.Contains))!;
            missing.ExceptWith(Features(next));
            chosen.Add(next);
        }

        return chosen;
    }
}
