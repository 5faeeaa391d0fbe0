using System.Text.Json;

namespace Lifeguard.Tests.Ui;

/// <summary>One example of govuk-frontend: what is asked for, and the HTML it should give.</summary>
internal sealed record Fixture(string Name, JsonElement Options, string Html)
{
    public static IReadOnlyList<Fixture> Of(string component)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Ui", "Fixtures", component + ".json");
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<FixtureFile>(stream, JsonSerializerOptions.Web)!.Fixtures;
    }

    private sealed record FixtureFile(IReadOnlyList<Fixture> Fixtures);
}

internal static class FixtureOptions
{
    /// <summary>The text at a path such as "label.text", or null when there is none.</summary>
    public static string? Text(this JsonElement options, string path) => options.At(path) is { } found ? found.ToString() : null;

    public static bool Flag(this JsonElement options, string path) => options.At(path) is { ValueKind: JsonValueKind.True };

    public static int? Number(this JsonElement options, string path) => options.At(path) is { } found ? found.GetInt32() : null;

    public static IEnumerable<JsonElement> List(this JsonElement options, string path) =>
        options.At(path) is { } found ? found.EnumerateArray() : [];

    public static JsonElement? At(this JsonElement options, string path)
    {
        var place = options;
        foreach (var step in path.Split('.'))
            if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(step, out place)) return null;
        return place;
    }
}
