using System.Text.RegularExpressions;

namespace PartsList;

/// <summary>The runtime that each program is published with: most of what is installed, and in no lock.</summary>
internal static partial class RuntimeParts
{
    public static IEnumerable<Part> Find(string root)
    {
        var version = Version().Match(File.ReadAllText(Path.Combine(root, "scripts", "publish.sh"))).Groups[1].Value;
        return from name in new[] { "Microsoft.NETCore.App.Runtime", "Microsoft.AspNetCore.App.Runtime" }
               from processor in new[] { "linux-x64", "linux-arm64" }
               select new Part($"pkg:nuget/{name}.{processor}@{version}", $"{name}.{processor}", version, "", "MIT", IsShipped: true);
    }

    [GeneratedRegex(@"^runtime_version=([0-9.]+)$", RegexOptions.Multiline)]
    private static partial Regex Version();
}
