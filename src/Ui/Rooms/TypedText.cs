using System.Text;

namespace Lifeguard.Ui.Rooms;

/// <summary>Text as somebody typed it, made fit to keep: the words stay as they are, what no database or printer can hold goes.</summary>
public static class TypedText
{
    /// <summary>Null for nothing. Line ends become one kind; control characters and halves of characters are left out.</summary>
    /// <param name="lost">Whether something was left out.</param>
    public static string? Clean(string? typed, out bool lost)
    {
        lost = false;
        if (string.IsNullOrWhiteSpace(typed)) return null;

        var kept = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsKept(rune)) kept.Append(rune.ToString());
            else lost = true;
        }

        var text = kept.ToString().Trim();
        return text.Length == 0 ? null : text;
    }

    // Half of a pair arrives here as the replacement character.
    private static bool IsKept(Rune rune) => rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar);
}
