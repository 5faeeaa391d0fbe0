using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Walls;

/// <summary>The product's own source files.</summary>
internal static class Sources
{
    public static IReadOnlyList<Source> Of(string extension, string folder = "src") =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*" + extension, SearchOption.AllDirectories)
            .Select(path => new Source(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), path))
            .Where(source => !source.Name.Split('/').Any(part => part is "obj" or "bin" or "node_modules"))
            .OrderBy(source => source.Name, StringComparer.Ordinal)];
}

internal sealed record Source(string Name, string Path)
{
    public string Text => File.ReadAllText(Path);
}
