using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lifeguard.Response.Model.Flows;

namespace Lifeguard.Response.Model.Local;

/// <summary>What one organisation settles and says differently in one flow. It is data: choices that the flow offers, words, and at most a whole flow as its file.</summary>
internal sealed record LocalGuidance
{
    public const int LongestWording = 1000;
    public const int LongestLine = 2000;

    // Letters as they are: the text is kept for years, and people may have to read it.
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static LocalGuidance None { get; } = new();

    /// <summary>What is chosen, by setting.</summary>
    public SortedDictionary<string, string> Settings { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Texts, by the key of the step.</summary>
    public SortedDictionary<string, string> Steps { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Reasons, by the rule.</summary>
    public SortedDictionary<string, string> Because { get; init; } = new(StringComparer.Ordinal);

    /// <summary>A line of guidance beside the flow; null without one.</summary>
    public string? Line { get; init; }

    /// <summary>The whole flow as its file; null where Lifeguard's own holds.</summary>
    public string? File { get; init; }

    [JsonIgnore]
    public bool IsNone => this is { Settings.Count: 0, Steps.Count: 0, Because.Count: 0, Line: null, File: null };

    /// <summary>The same guidance is the same text.</summary>
    public string Write() => JsonSerializer.Serialize(this, Form);

    public static LocalGuidance Read(string text)
    {
        var read = JsonSerializer.Deserialize<LocalGuidance>(text, Form)!;
        // The order of the names is the text's, wherever it is read.
        return read with { Settings = InOrder(read.Settings), Steps = InOrder(read.Steps), Because = InOrder(read.Because) };
    }

    public LocalGuidance WithSetting(string key, string? value) => this with { Settings = Changed(Settings, key, value) };

    public LocalGuidance WithStep(string key, string? text) => this with { Steps = Changed(Steps, key, text) };

    public LocalGuidance WithBecause(string rule, string? text) => this with { Because = Changed(Because, rule, text) };

    /// <summary>The flow as it reads with this; what speaks of nothing in it is left out.</summary>
    public Flow On(Flow flow, LocalMark mark)
    {
        var steps = flow.Vocabulary.Steps.ToDictionary(one => one.Key, one => Steps.TryGetValue(one.Key, out var text) ? one.Value with { Text = text, By = mark.By } : one.Value);
        return flow with
        {
            Settings = [.. flow.Settings.Select(one => Settings.TryGetValue(one.Key, out var value) && one.Offers(value) ? one with { Chosen = value, By = mark.By } : one)],
            Rules = [.. flow.Rules.Select(one => Because.TryGetValue(one.Id, out var text) ? one with { Because = text, By = mark.By } : one)],
            Vocabulary = flow.Vocabulary with { Steps = steps },
            Lines = Line is null ? flow.Lines : [.. flow.Lines, new LocalLine(mark.By, Line)],
            Local = [.. flow.Local, mark],
        };
    }

    /// <summary>What of it speaks of something that the flow does not have, as sentences; the rest holds.</summary>
    public IReadOnlyList<string> MisfitsOn(Flow flow)
    {
        var wordings = Steps.Keys.Count(key => !flow.Uses(key)) + Because.Keys.Count(rule => flow.Rules.All(one => one.Id != rule));
        var choices = Settings.Count(set => flow.Settings.All(one => one.Key != set.Key || !one.Offers(set.Value)));
        List<string> says = [];
        if (wordings > 0) says.Add(wordings == 1 ? "One of your wordings speaks of a step or a reason that is not there any more." : $"{InWords(wordings)} of your wordings speak of steps or reasons that are not there any more.");
        if (choices > 0) says.Add(choices == 1 ? "One of your choices is not offered any more: the usual one holds." : $"{InWords(choices)} of your choices are not offered any more: the usual ones hold.");
        return says;
    }

    private static string InWords(int number) => number switch { 2 => "Two", 3 => "Three", 4 => "Four", 5 => "Five", _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static SortedDictionary<string, string> InOrder(SortedDictionary<string, string> read) => new(read, StringComparer.Ordinal);

    private static SortedDictionary<string, string> Changed(SortedDictionary<string, string> before, string key, string? value)
    {
        var after = InOrder(before);
        if (value is null) after.Remove(key);
        else after[key] = value;
        return after;
    }
}

/// <summary>What one organisation has published, beside the others of its tree.</summary>
internal sealed record LocalLayer(LocalMark Mark, LocalGuidance Guidance);
