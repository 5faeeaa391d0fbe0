using System.Globalization;

namespace Lifeguard.Organisation.Contracts;

/// <summary>
/// A choice that schools make differently. The room that owns it hands it in with its usual answer; the page of settings shows and changes
/// all of them. What an organisation does not answer is answered by the nearest one above it, and at last by the usual answer.
/// </summary>
/// <param name="Key">As in <see cref="IOrganisationSettings"/>; it stands in addresses.</param>
/// <param name="Group">The heading under which it is listed.</param>
/// <param name="Asks">What is decided, as a heading.</param>
/// <param name="Hint">What follows from it, and from when.</param>
/// <param name="Source">Where the usual answer comes from.</param>
/// <param name="Fields">One or several; their values are kept as one text, separated by commas.</param>
public sealed record Setting(string Key, string Group, string Asks, string Hint, string Source, IReadOnlyList<SettingField> Fields)
{
    private const char Between = ',';

    /// <summary>Why these values do not go together, in words for the form; null when they do. Each fits its own field already.</summary>
    public Func<IReadOnlyList<int>, string?> Together { get; init; } = _ => null;

    /// <summary>The values of a text that was set, or the usual ones: a text that does not fit is as good as none.</summary>
    public IReadOnlyList<int> Read(string? text) => ReadOrNull(text) ?? Usual;

    public IReadOnlyList<int> Usual => [.. Fields.Select(one => one.Usual)];

    public bool Fits(string? text) => ReadOrNull(text) is not null;

    public static string Write(IReadOnlyList<int> values) => string.Join(Between, values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Such as <c>Deputy after 15 minutes</c>, a line for each field.</summary>
    public IReadOnlyList<string> InWords(IReadOnlyList<int> values) => [.. Fields.Zip(values, (field, value) => field.InWords(value))];

    private List<int>? ReadOrNull(string? text)
    {
        List<int> values = [];
        foreach (var piece in (text ?? "").Split(Between, StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
            values.Add(value);
        }

        return values.Count == Fields.Count && Fields.Zip(values).All(pair => pair.First.Takes(pair.Second)) && Together(values) is null ? values : null;
    }
}

/// <summary>A whole number, with the bounds within which it does no harm.</summary>
/// <param name="Label">Such as <c>Deputy after</c>.</param>
/// <param name="Unit">Such as <c>minutes</c>.</param>
public sealed record SettingField(string Label, string Unit, int Usual, int Least, int Most)
{
    public bool Takes(int value) => value >= Least && value <= Most;

    public string InWords(int value) => $"{Label} {value.ToString(CultureInfo.InvariantCulture)} {Unit}";
}
