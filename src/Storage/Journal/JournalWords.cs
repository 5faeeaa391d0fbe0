using System.Text.Json;

namespace Lifeguard.Storage.Journal;

/// <summary>Reads single words out of a journal row's payload.</summary>
public static class JournalWords
{
    /// <summary>The name of whoever did it, as it was at that moment; null when it was erased.</summary>
    public static string? ByName(string? payload) => Of(payload, "ByName");

    /// <summary>The text under this name; null when the payload was erased or has none.</summary>
    public static string? Of(string? payload, string name)
    {
        if (payload is null) return null;
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.TryGetProperty(name, out var word) ? word.GetString() : null;
    }
}
