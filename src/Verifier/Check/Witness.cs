using System.Globalization;

namespace Lifeguard.Verifier.Check;

internal sealed record Witness(IReadOnlyList<WitnessMark> Marks, IReadOnlyList<Fault> Malformed)
{
    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public static Witness Read(IEnumerable<string> lines)
    {
        var marks = new List<WitnessMark>();
        var malformed = new List<Fault>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;

            if (Mark(line, number, out var mark) is { } complaint)
                malformed.Add(new(FaultKind.WitnessMalformed, null, null, $"Line {number} of the witness file cannot be read: {complaint}."));
            else
                marks.Add(mark!);
        }

        // The same head may be witnessed many times, and marks of two witnesses may be put into one file.
        marks.Sort((one, other) => one.Position != other.Position ? one.Position.CompareTo(other.Position) : one.Line.CompareTo(other.Line));
        return new Witness(marks, malformed);
    }

    private static string? Mark(string line, int number, out WitnessMark? mark)
    {
        mark = null;
        var fields = line.Split('\t');
        if (fields.Length != 3) return "it needs three fields with a tab between them";
        if (!long.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position)) return "the position is not a whole number";
        if (fields[1].Length != 2 * Hashes.Length || !fields[1].All(char.IsAsciiHexDigit) || fields[1].Any(char.IsAsciiLetterUpper))
            return "the chain value is not 64 lower-case hexadecimal digits";
        if (!DateTimeOffset.TryParseExact(fields[2], InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return "the instant is not in ISO 8601 form";

        mark = new WitnessMark(position, Convert.FromHexString(fields[1]), at, number);
        return null;
    }
}
