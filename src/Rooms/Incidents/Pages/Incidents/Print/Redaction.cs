using System.Text;
using System.Text.RegularExpressions;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>
/// Other words for the names of children in a copy that leaves the school. It errs on the side of taking out too much:
/// a sentence that reads oddly is mended by whoever hands it over, a name that stayed is not.
/// </summary>
internal sealed class Redaction
{
    private readonly Dictionary<Guid, string> _instead;
    private readonly Regex? _names;
    private readonly List<string> _labels;

    private Redaction(Dictionary<Guid, string> instead, Regex? names, List<string> labels)
    {
        _instead = instead;
        _names = names;
        _labels = labels;
    }

    public static Redaction Nothing { get; } = new([], null, []);

    public bool IsOn => _names is not null;

    public static Redaction Of(PrintChoice choice, IReadOnlyList<OnRecord> people)
    {
        if (choice.Names == Names.All) return Nothing;

        var kept = choice.Names == Names.OneChild ? people.Where(one => one.Number == choice.Child).ToList() : [];
        // The same child may have been added twice; their own family's name is theirs in this copy.
        var stays = kept.SelectMany(NamePattern.WordsOf).Select(NamePattern.Fold).ToHashSet(StringComparer.Ordinal);
        return Build([.. people.Where(one => one.GivesChildAway)], stays, Label);
    }

    /// <summary>For a copy that goes to one person: everybody else by what they are in the school.</summary>
    /// <param name="own">The names of whoever gets it; what they share with somebody else stays.</param>
    public static Redaction ForOnePerson(IReadOnlyList<(OnRecord One, string Instead)> others, IEnumerable<OnRecord> own)
    {
        var instead = others.ToDictionary(other => other.One.InvolvementId, other => other.Instead);
        return Build([.. others.Select(other => other.One)], own.SelectMany(NamePattern.WordsOf).Select(NamePattern.Fold).ToHashSet(StringComparer.Ordinal), one => instead[one.InvolvementId]);
    }

    private static Redaction Build(IReadOnlyList<OnRecord> people, HashSet<string> stays, Func<OnRecord, string> label)
    {
        var hidden = people.Where(one => !NamePattern.WordsOf(one).All(word => stays.Contains(NamePattern.Fold(word)))).ToList();
        var labels = new List<string>();
        var patterns = new List<string>();
        foreach (var one in hidden)
        {
            foreach (var pattern in NamePattern.Whole(one)) Add(pattern, label(one));
        }

        var words = hidden.SelectMany(one => NamePattern.WordsOf(one).Select(word => (Word: NamePattern.Fold(word), One: one)));
        foreach (var word in words.Where(pair => !stays.Contains(pair.Word)).GroupBy(pair => pair.Word))
        {
            // Brother and sister share a name: the copy says no more than the words did.
            Add(NamePattern.Single(word.Key), string.Join(" or ", word.Select(pair => label(pair.One)).Distinct()));
        }

        var regex = new Regex(patterns.Count == 0 ? "(?!)" : string.Join('|', patterns), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return new Redaction(hidden.ToDictionary(one => one.InvolvementId, label), regex, labels);

        void Add(string pattern, string words)
        {
            patterns.Add($"(?<n{labels.Count}>{pattern})");
            labels.Add(words);
        }
    }

    /// <summary>Whether this person's name is replaced, and what is said of their family left out.</summary>
    public bool Replaces(Guid involvementId) => _instead.ContainsKey(involvementId);

    public string NameOf(OnRecord one) => _instead.GetValueOrDefault(one.InvolvementId, one.Name);

    /// <summary>The words with every replaced name gone, however it is accented, joined or followed by an s.</summary>
    public string Say(string words)
    {
        if (_names is null) return words;
        return _names.Replace(words.Normalize(NormalizationForm.FormD), LabelOf).Normalize(NormalizationForm.FormC);
    }

    private string LabelOf(Match match)
    {
        for (var at = 0; at < _labels.Count; at++)
        {
            if (match.Groups[$"n{at}"].Success) return _labels[at];
        }

        throw new InvalidOperationException("A name was found that belongs to nobody.");
    }

    private static string Label(OnRecord one) => (one.IsChild ? "Child " : "Person ") + one.Letter;
}
