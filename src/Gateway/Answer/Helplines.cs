using System.Text.Json;

namespace Lifeguard.Gateway.Answer;

/// <summary>Somebody to ring.</summary>
internal sealed record Helpline(string Name, string Number, string When);

/// <summary>Whom to ring, on every page that says no. 999 and Childline are always there; a school adds its own in <c>helplines.json</c>.</summary>
internal static class Helplines
{
    public const string FileName = "helplines.json";
    private const int Longest = 64 * 1024;
    private const int Most = 8;

    public static IReadOnlyList<Helpline> BuiltIn { get; } =
    [
        new("Emergency", "999", "If someone is in danger now"),
        new("Childline", "0800 1111", "For anyone under 19. Free, day and night"),
    ];

    /// <summary>Reads the school's own; a fault is named, and then the built-in ones stand alone.</summary>
    public static IReadOnlyList<Helpline> Read(string path, out string? fault)
    {
        fault = null;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return BuiltIn;
            if (file.Length > Longest)
            {
                fault = $"{FileName} is too long.";
                return BuiltIn;
            }

            var own = JsonSerializer.Deserialize<Helpline[]>(File.ReadAllBytes(path), JsonSerializerOptions.Web) ?? [];
            return [.. BuiltIn, .. own.Where(one => one is { Name.Length: > 0, Number.Length: > 0 } && BuiltIn.All(other => other.Number != one.Number)).Select(one => one with { When = one.When ?? "" }).Take(Most)];
        }
        catch (JsonException wrong)
        {
            fault = $"{FileName}, line {wrong.LineNumber + 1}: it cannot be read.";
            return BuiltIn;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            fault = $"{FileName} cannot be read.";
            return BuiltIn;
        }
    }
}
