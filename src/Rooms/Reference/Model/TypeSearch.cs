using Lifeguard.Reference.Contracts;

namespace Lifeguard.Reference.Model;

/// <summary>Finds a type by any name that people have used for it, whatever the hyphens and capitals.</summary>
internal static class TypeSearch
{
    public static IReadOnlyList<IncidentType> Find(IReadOnlyList<IncidentType> types, string? words)
    {
        var wanted = Plain(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Length == 0) return types;

        return
        [
            .. types.Select(type => (Type: type, Rank: Rank(type, wanted)))
                .Where(found => found.Rank is not null)
                .OrderBy(found => found.Rank)
                .Select(found => found.Type),
        ];
    }

    private static int? Rank(IncidentType type, string[] wanted)
    {
        var whole = string.Join(' ', wanted);
        if (Plain(type.Label) == whole || type.AlsoCalled.Any(name => Plain(name) == whole)) return 0;
        if (Holds(type.Label, wanted)) return 1;
        if (type.AlsoCalled.Any(name => Holds(name, wanted))) return 2;
        return Holds(string.Join(' ', [type.Label, type.Hint ?? "", .. type.AlsoCalled]), wanted) ? 3 : null;
    }

    private static bool Holds(string text, string[] wanted)
    {
        var plain = Plain(text);
        var joined = plain.Replace(" ", "", StringComparison.Ordinal);
        // "cyber bullying", "cyber-bullying" and "cyberbullying" are one word to whoever is looking.
        return Array.TrueForAll(wanted, word => plain.Contains(word, StringComparison.Ordinal)) || joined.Contains(string.Concat(wanted), StringComparison.Ordinal);
    }

    private static string Plain(string text) =>
        string.Concat(text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Trim();
}
