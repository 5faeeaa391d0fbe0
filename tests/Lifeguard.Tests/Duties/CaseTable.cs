using Xunit;

namespace Lifeguard.Tests.Duties;

/// <summary>Reads the case tables: commas, with quotes around a field that holds one.</summary>
internal static class CaseTable
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Duties", "Cases", file));
        var heads = Fields(lines[0]);
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => heads.Zip(Fields(line)).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    public static TheoryData<string> Names(string file) => [.. Read(file).Select(row => row["case"])];

    public static IReadOnlyDictionary<string, string> Row(string file, string name) => Read(file).Single(row => row["case"] == name);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(letter);
        }

        fields.Add(field.ToString());
        return fields;
    }
}
