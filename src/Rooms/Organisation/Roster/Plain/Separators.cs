using System.Text;

namespace Lifeguard.Organisation.Roster.Plain;

/// <summary>What parts the fields of a plain file: whichever of comma, semicolon and tab the header has most of outside quotation marks.</summary>
internal static class Separators
{
    private const int Look = 16 * 1024;

    public static char Of(RosterFiles files, string file, Encoding? encoding)
    {
        using var reader = new StreamReader(files.Open(file), encoding ?? Encoding.UTF8);
        var letters = new char[Look];
        var read = reader.ReadBlock(letters, 0, Look);
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var quoted = false;
        foreach (var letter in letters.AsSpan(0, read))
        {
            if (letter == '"') quoted = !quoted;
            else if (!quoted && letter is '\r' or '\n') break;
            else if (!quoted && counts.TryGetValue(letter, out var count)) counts[letter] = count + 1;
        }

        return counts.MaxBy(one => one.Value).Key;
    }
}
