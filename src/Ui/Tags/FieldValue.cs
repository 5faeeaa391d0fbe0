using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lifeguard.Ui.Tags;

/// <summary>What a field shows: what was typed last, else what the model holds.</summary>
internal static class FieldValue
{
    public static string? Of(ModelStateDictionary state, string name, object? model) =>
        state.TryGetValue(name, out var entry) && entry.RawValue is not null ? entry.AttemptedValue : Text(model);

    public static HashSet<string> AllOf(ModelStateDictionary state, string name, object? model)
    {
        if (state.TryGetValue(name, out var entry) && entry.RawValue is not null)
            return entry.RawValue is string[] several ? [.. several] : [entry.RawValue.ToString() ?? ""];

        return model switch
        {
            null => [],
            string one => [one],
            IEnumerable many => [.. many.Cast<object?>().Select(item => Text(item) ?? "")],
            _ => [Text(model) ?? ""],
        };
    }

    public static string? Text(object? model) => model switch
    {
        null => null,
        // What browsers expect in date and time boxes, and in radio values.
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.CurrentCulture),
        _ => model.ToString(),
    };
}
