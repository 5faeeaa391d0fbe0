namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>One line of the table of ways around the filter; what its columns mean stands in the table's head.</summary>
internal sealed record Way(string Id, string Form, string Send, string Name, string Asked, string Engine, string Pupil, string Staff, string Why)
{
    public static IEnumerable<Way> All() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Gate", "bypass.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("id\t", StringComparison.Ordinal))
            .Select(line => line.Split('\t'))
            .Select(parts => new Way(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], parts[8]));
}
