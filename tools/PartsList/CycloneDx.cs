using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartsList;

/// <summary>The list in the form that scanners read. It holds no time and no number of its own, so that the same locks give the same file.</summary>
internal static class CycloneDx
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<Part> parts) => new JsonObject
    {
        ["bomFormat"] = "CycloneDX",
        ["specVersion"] = "1.6",
        ["version"] = 1,
        ["metadata"] = new JsonObject { ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = "lifeguard", ["name"] = "Lifeguard" } },
        ["components"] = new JsonArray([.. parts.Select(Component)]),
    }.ToJsonString(s_readable) + "\n";

    private static JsonObject Component(Part part)
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = part.Purl,
            ["name"] = part.Name,
            ["version"] = part.Version,
            ["scope"] = part.IsShipped ? "required" : "excluded",
        };
        if (part.Sha512.Length > 0) component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = part.Sha512 });
        component["licenses"] = new JsonArray(part.Licence.Contains(' ', StringComparison.Ordinal)
            ? new JsonObject { ["expression"] = part.Licence }
            : new JsonObject { ["license"] = new JsonObject { ["id"] = part.Licence } });
        component["purl"] = part.Purl;
        return component;
    }
}
