using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Incidents.Visibility;

/// <summary>Reads audience.csv: the oracle, kept apart from the product's own routing.</summary>
internal static class AudienceTable
{
    public static IReadOnlyList<AudienceCase> Read() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests/Lifeguard.Tests/Incidents/Visibility/audience.csv"))
            .Where(line => line.Length > 0 && line[0] != '#').Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => new AudienceCase(cells[0], Words(cells[1], '+'), Words(cells[2], ';'), cells[3], Words(cells[4], ' '), cells[5] == "lado"))];

    private static string[] Words(string cell, char separator) => cell.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <param name="Named">Who is said to have done it.</param>
/// <param name="Given">Circumstances such as <c>conflict:dsl</c> or <c>later</c>.</param>
/// <param name="Record">concern, allegation or welfare.</param>
/// <param name="MayKnow">Everybody who may know; nobody else may.</param>
internal sealed record AudienceCase(string Case, IReadOnlyList<string> Named, IReadOnlyList<string> Given, string Record, IReadOnlyList<string> MayKnow, bool TellsAuthority)
{
    public bool Is(string circumstance) => Given.Contains(circumstance);

    /// <summary>The values of circumstances of one kind: <c>conflict</c> gives dsl for <c>conflict:dsl</c>.</summary>
    public IEnumerable<string> All(string kind) => Given.Where(one => one.StartsWith(kind + ":", StringComparison.Ordinal)).Select(one => one[(kind.Length + 1)..]);
}
