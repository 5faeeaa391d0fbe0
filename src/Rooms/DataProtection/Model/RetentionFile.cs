using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lifeguard.DataProtection.Model;

/// <summary>The periods that the house brings along, each with its source. A school confirms them or chooses its own.</summary>
internal sealed class RetentionFile
{
    private const string Name = "retention.json";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    private RetentionFile(IReadOnlyList<RetentionDefault> entries) => All = entries;

    /// <summary>In the order in which people read them.</summary>
    public IReadOnlyList<RetentionDefault> All { get; }

    public static RetentionFile BuiltIn()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"data-protection/{Name}")!);
        return Read(reader.ReadToEnd());
    }

    /// <exception cref="InvalidDataException">An entry is wrong; the process does not start.</exception>
    public static RetentionFile Read(string text)
    {
        var content = JsonSerializer.Deserialize<Content>(text, Strict) ?? throw new InvalidDataException($"{Name} is empty.");
        if (content.Entries.FirstOrDefault(one => one.Years is < 1 or > RetentionRule.LongestYears || one.Source.Length == 0) is { } wrong)
            throw new InvalidDataException($"{Name}: {wrong.Class} needs a source, and years from 1 to {RetentionRule.LongestYears}.");
        return new RetentionFile(content.Entries);
    }

    private sealed record Content(string About, IReadOnlyList<RetentionDefault> Entries);
}

/// <summary>What is usual, and who says so.</summary>
/// <param name="Class">Key of the class of records.</param>
/// <param name="Source">Where the figure stands, in words.</param>
/// <param name="CheckedOn">The day on which somebody last compared it with its source; null where nobody has.</param>
/// <param name="Asks">What somebody must have made sure of before they propose to erase one: what the house cannot know.</param>
internal sealed record RetentionDefault(string Class, RetentionBasis Basis, int Years, string Source, string SourceAddress, DateOnly? CheckedOn, IReadOnlyList<string> Asks);
