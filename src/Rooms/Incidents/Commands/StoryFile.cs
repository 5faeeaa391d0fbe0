using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lifeguard.Incidents.Commands;

/// <summary>demo/incidents.json as written. A key that is not known is a mistake in the file and stops the load.</summary>
internal sealed record StoryFile(string About, IReadOnlyList<StoryFile.Member> Staff, IReadOnlyList<StoryFile.Story> Stories)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowOutOfOrderMetadataProperties = true,
    };

    public static async Task<StoryFile> ReadAsync(string path, CancellationToken stop)
    {
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<StoryFile>(stream, Form, stop) ?? throw new JsonException("The file is empty.");
    }

    /// <summary>A member of staff who signs in but is not offered on the start page.</summary>
    internal sealed record Member(string Key, string School, string Name, string Email);

    /// <summary>One record from its raising on. It begins so many days ago at a time of day, or so many minutes ago.</summary>
    internal sealed record Story(string Key, string School, IReadOnlyList<StoryAct> Acts, int? DaysAgo = null, TimeOnly? At = null, int? MinutesAgo = null);
}
