using System.Text.RegularExpressions;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Children.Sending;

/// <summary>
/// Takes the names of other pupils out of an entry that came from another system: whoever the entry links, and every other pupil of the
/// school who is named in full. A first name alone, a nickname or a description stays: so somebody reads every line before it goes.
/// </summary>
internal sealed partial class OtherNames
{
    private const string Instead = "[another child]";
    private readonly IReadOnlyList<(string Name, string[] Words)> _whole;
    private readonly HashSet<string> _own;

    public OtherNames(IEnumerable<PupilRow> pupils, PupilRow child)
    {
        _own = [.. WordsOf(child.GivenName), .. WordsOf(child.FamilyName), .. WordsOf(child.KnownAs ?? "")];
        _whole = [.. pupils.Where(one => one.IdentityId != child.IdentityId)
            .SelectMany(one => new[] { $"{one.GivenName} {one.FamilyName}", $"{one.FamilyName}, {one.GivenName}", one.KnownAs is { Length: > 0 } known ? $"{known} {one.FamilyName}" : null })
            .OfType<string>().Where(name => name.Length > 3).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(name => name.Length).Select(name => (name, WordsOf(name)))];
    }

    /// <param name="linked">Others whom the entry names as linked to it.</param>
    public string? Say(string? text, string? linked)
    {
        if (string.IsNullOrEmpty(text)) return text;
        // A school has thousands of names, and a text a few hundred words: most are passed over without looking for them.
        var there = Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _) in _whole.Where(one => one.Words.All(word => Word().Matches(word).All(part => there.Contains(part.Value))))) text = Without(text, name);
        foreach (var name in Linked(linked)) text = Without(text, name);
        return text;
    }

    private IEnumerable<string> Linked(string? linked) => (linked ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(name => WordsOf(name).Where(word => !_own.Contains(word)).Prepend(name))
        .Where(name => name.Length > 2 && !WordsOf(name).All(_own.Contains)).OrderByDescending(name => name.Length);

    private static string Without(string text, string name) => Regex.Replace(text, $@"(?<![\p{{L}}]){Regex.Escape(name)}(?![\p{{L}}])", Instead, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Word();

    private static string[] WordsOf(string name) => name.ToLowerInvariant().Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries);
}
