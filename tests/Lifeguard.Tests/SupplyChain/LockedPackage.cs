using System.Text.Json;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.SupplyChain;

/// <summary>A package as a lock file of the checkout names it.</summary>
internal sealed record LockedPackage(string Lock, string Purl, string Sha512)
{
    public static IReadOnlyList<string> Locks { get; } =
    [
        .. new[] { "src", "tests", "perf", "tools" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "packages.lock.json", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        Path.Combine(Repository.Root, "src/Ui/assets/package-lock.json"),
    ];

    public static IReadOnlyList<LockedPackage> All { get; } = [.. Locks.SelectMany(In)];

    private static IEnumerable<LockedPackage> In(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        var name = Path.GetRelativePath(Repository.Root, path);
        return file.RootElement.TryGetProperty("packages", out var npm)
            ? [.. npm.EnumerateObject().Where(one => one.Name.Length > 0).Select(one => Npm(name, one))]
            : [.. file.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
                .Where(one => one.Value.GetProperty("type").GetString() != "Project").Select(one => NuGet(name, one))];
    }

    private static LockedPackage NuGet(string name, JsonProperty one) =>
        new(name, $"pkg:nuget/{one.Name}@{one.Value.GetProperty("resolved").GetString()}", Hex(one.Value.GetProperty("contentHash").GetString()!));

    private static LockedPackage Npm(string name, JsonProperty one)
    {
        var package = one.Name[(one.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..];
        return new(name, $"pkg:npm/{package.Replace("@", "%40", StringComparison.Ordinal)}@{one.Value.GetProperty("version").GetString()}", Hex(one.Value.GetProperty("integrity").GetString()!["sha512-".Length..]));
    }

    private static string Hex(string base64) => Convert.ToHexStringLower(Convert.FromBase64String(base64));
}
