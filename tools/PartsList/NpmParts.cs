using System.Text.Json;

namespace PartsList;

/// <summary>The packages that the styles, scripts and fonts are compiled with; of some of them a piece is in what a browser is given.</summary>
internal static class NpmParts
{
    private const string Folder = "node_modules/";

    private static readonly string[] s_shipped = ["govuk-frontend", "@fontsource/atkinson-hyperlegible"];

    public static IEnumerable<Part> Find(string root)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "src", "Ui", "assets", "package-lock.json")));
        foreach (var package in file.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0))
        {
            var name = package.Name[(package.Name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
            var version = package.Value.GetProperty("version").GetString()!;
            var integrity = package.Value.GetProperty("integrity").GetString()!;
            var licence = package.Value.TryGetProperty("license", out var said) ? said.GetString()! : "";
            yield return new Part($"pkg:npm/{name.Replace("@", "%40", StringComparison.Ordinal)}@{version}", name, version,
                Part.Hex(integrity["sha512-".Length..]), licence, s_shipped.Contains(name));
        }
    }
}
