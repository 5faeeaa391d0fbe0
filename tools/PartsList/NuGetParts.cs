using System.Text.Json;
using System.Xml.Linq;

namespace PartsList;

/// <summary>The packages of the programs' locks. Their licences stand in the packages themselves.</summary>
internal static class NuGetParts
{
    private static readonly string[] s_shipped = ["Web", "Cli", "Verifier"];

    /// <summary>Asked for by every project and given on by none: it looks at the code while it is compiled.</summary>
    private const string Analyser = "Microsoft.CodeAnalysis.BannedApiAnalyzers";

    private static readonly string s_packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public static IEnumerable<Part> Find(string root) =>
        new[] { "src", "tests", "perf", "tools" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "packages.lock.json", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => In(path, s_shipped.Any(program => path == Path.Combine(root, "src", program, "packages.lock.json"))));

    private static IEnumerable<Part> In(string path, bool isShipped)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var package in file.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()))
        {
            // Projects of the house stand among them too, without a version.
            if (!package.Value.TryGetProperty("contentHash", out var hash)) continue;

            var version = package.Value.GetProperty("resolved").GetString()!;
            yield return new Part($"pkg:nuget/{package.Name}@{version}", package.Name, version, Part.Hex(hash.GetString()!), Licence(package.Name, version),
                isShipped && package.Name != Analyser);
        }
    }

    private static string Licence(string name, string version)
    {
        var lower = name.ToLowerInvariant();
        var path = Path.Combine(s_packages, lower, version, $"{lower}.nuspec");
        if (!File.Exists(path)) return "";

        return XDocument.Load(path).Descendants()
            .FirstOrDefault(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")?.Value.Trim() ?? "";
    }
}
