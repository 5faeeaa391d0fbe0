using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lifeguard.Ui.Tags;

internal static class FieldErrors
{
    /// <summary>The first error of a field: one field says one thing at a time.</summary>
    public static string? TextFor(ModelStateDictionary state, string name) =>
        state.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? Text(entry.Errors[0]) : null;

    public static string Text(ModelError error) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? "This answer could not be read. Enter it again" : error.ErrorMessage;
}
