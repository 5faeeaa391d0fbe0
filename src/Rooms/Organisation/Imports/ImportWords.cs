using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lifeguard.Organisation.Imports;

/// <summary>A plan or a report as it is kept.</summary>
internal static class ImportWords
{
    private static readonly JsonSerializerOptions Form = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Form);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Form)!;
}
