using System.Text.Encodings.Web;
using System.Text.Json;
using Lifeguard.Response.Model.Flows;

namespace Lifeguard.Response.Model.Local;

/// <summary>A flow as it reads for one school: Lifeguard's own, and upon it what the organisations above and around the school have published.</summary>
internal static class LocalFlow
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="layers">From the top of the tree downwards: what is nearest goes before.</param>
    /// <param name="refused">Why the nearest file is not followed; the flow as it comes holds then.</param>
    public static Edition Make(Edition own, IReadOnlyList<LocalLayer> layers, out IReadOnlyList<Fault> refused)
    {
        refused = [];
        if (layers.Count == 0) return own;

        var (flow, text) = (own.Flow, own.Text);
        if (layers.LastOrDefault(one => one.Guidance.File is not null)?.Guidance.File is { } file)
        {
            (var read, refused) = LocalFile.Read(own, file);
            if (read is not null) (flow, text) = (read, file);
        }

        // What stands in the file's place is the text; beside it go choices and words.
        IReadOnlyList<LocalLayer> beside = [.. layers.Select(one => one with { Guidance = one.Guidance with { File = null } })];
        return Edition.Of(On(flow, beside), own.Common, text, Write(beside));
    }

    /// <summary>The file brought anew, the last choice of every setting, every step and reason in other words.</summary>
    public static Edition AtItsMost(Edition own)
    {
        var guidance = own.Flow.StepsUsed.Aggregate(LocalGuidance.None with { File = own.Text, Line = "Here" }, (before, step) => before.WithStep(step, $"Here: {own.Flow.Vocabulary.Steps[step].Text}"));
        guidance = own.Flow.Rules.Aggregate(guidance, (before, rule) => before.WithBecause(rule.Id, $"Here: {rule.Because}"));
        guidance = own.Flow.Settings.Aggregate(guidance, (before, setting) => before.WithSetting(setting.Key, setting.Values[^1].Id));
        return Make(own, [new LocalLayer(new LocalMark("Here", 1, default), guidance)], out _);
    }

    public static Flow On(Flow flow, IReadOnlyList<LocalLayer> layers) => layers.Aggregate(flow, (before, layer) => layer.Guidance.On(before, layer.Mark));

    public static IReadOnlyList<LocalLayer> Read(string text) => JsonSerializer.Deserialize<List<LocalLayer>>(text, Form)!;

    private static string Write(IReadOnlyList<LocalLayer> layers) => JsonSerializer.Serialize(layers, Form);
}
