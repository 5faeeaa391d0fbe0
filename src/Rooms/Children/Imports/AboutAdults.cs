using System.Text.RegularExpressions;
using Lifeguard.Children.Model;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Children.Imports;

/// <summary>
/// Whether an entry of another system seems to be about an adult who works with children, and who that may be. Other systems have no part
/// for each person, so a name alone says nothing: nearly every entry names the teacher who wrote it. Where the words say that it is about
/// an adult, everybody of the roster whom a name in it may mean is kept from it; where they do not, nobody is.
/// </summary>
internal sealed partial class AboutAdults(IPeople people)
{
    public static bool IsOne(EntryWords words) =>
        (words.Category is { } category && OfCategory().IsMatch(category)) || new[] { words.Title, words.Text, words.Actions }.OfType<string>().Any(text => OfWords().IsMatch(text));

    /// <summary>Human beings to keep from it. Not whoever wrote it down: they know it.</summary>
    public async Task<List<Guid>> MayMeanAsync(Guid school, EntryWords words, CancellationToken stop)
    {
        var named = await people.MatchAdultsAsync(school, string.Join(' ', words.Title, words.Category, words.Text, words.Actions, words.Others), stop);
        return [.. named.Select(one => one.IdentityId).Distinct()];
    }

    [GeneratedRegex(@"\b(staff|allegation|lado|low[\s-]*level|professional conduct|position of trust|whistle)", RegexOptions.IgnoreCase)]
    private static partial Regex OfCategory();

    [GeneratedRegex(@"\bLADO\b|\bdesignated officer\b|\ballegation(s)? (against|about|made against)\b|\blow[\s-]level concern\b|\bposition of trust\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfWords();
}
