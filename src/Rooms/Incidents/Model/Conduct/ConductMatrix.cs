using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lifeguard.Incidents.Model.Conduct;

/// <summary>
/// A school's matrix of conduct as its head approved it. Each change is a new row: a decision can be read beside the matrix that it was
/// made with. Nothing is decided by a matrix that no head has approved.
/// </summary>
internal sealed class ConductMatrix
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly Lazy<Usual> AsItComes = new(Read);

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    /// <summary>The first is 1.</summary>
    public required int Number { get; init; }

    /// <summary>The categories, as JSON.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }

    public required string ApprovedBy { get; init; }

    /// <summary>The categories that come with Lifeguard, until a head approves or changes them.</summary>
    public static IReadOnlyList<ConductCategory> Usually => AsItComes.Value.Categories;

    /// <summary>Ways to put things right without a sanction.</summary>
    public static IReadOnlyList<string> Instead => AsItComes.Value.Instead;

    public IReadOnlyList<ConductCategory> Categories => JsonSerializer.Deserialize<List<ConductCategory>>(Text, Json)!;

    public static string Write(IReadOnlyList<ConductCategory> categories) => JsonSerializer.Serialize(categories, Json);

    /// <summary>The category to look at where the same pupil did it before: after A comes B, after C comes D; null where nothing is proposed.</summary>
    /// <param name="earlier">Keys of categories that were decided for this pupil before. Requirement A-162.</param>
    public static string? Proposed(IEnumerable<string> earlier)
    {
        var before = earlier.ToHashSet(StringComparer.Ordinal);
        return before.Contains("pupil-c") || before.Contains("pupil-d") ? "pupil-d" : before.Contains("pupil-a") || before.Contains("pupil-b") ? "pupil-b" : null;
    }

    private static Usual Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("incidents/conduct.json")!;
        return JsonSerializer.Deserialize<Usual>(file, Json)!;
    }

    private sealed record Usual(IReadOnlyList<ConductCategory> Categories, IReadOnlyList<string> Instead);
}
