using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Walls;

/// <summary>The rooms as they lie on the disk, and the floor of each.</summary>
internal static class Floors
{
    private const string Prefix = "Lifeguard.";

    public static IReadOnlyDictionary<string, int> OfProjects { get; } =
        File.ReadLines(Path.Combine(Repository.Root, "tests/Lifeguard.Tests/Walls/floors.csv"))
            .Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => cells[1], cells => int.Parse(cells[0], CultureInfo.InvariantCulture));

    /// <summary>Every room, found by looking into src/Rooms.</summary>
    public static IReadOnlyList<string> Rooms { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src/Rooms")).Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public static Assembly AssemblyOf(string project) => Assembly.Load(Prefix + project);

    /// <summary>What a project names in its project file.</summary>
    public static IReadOnlyList<string> NamedBy(string project)
    {
        var folder = Rooms.Contains(project) ? $"src/Rooms/{project}" : $"src/{project}";
        var file = XDocument.Load(Path.Combine(Repository.Root, folder, $"{Prefix}{project}.csproj"));
        return [.. file.Descendants("ProjectReference").Select(one => Path.GetFileNameWithoutExtension(one.Attribute("Include")!.Value.Replace('\\', '/'))[Prefix.Length..])];
    }

    /// <summary>What its assembly really uses.</summary>
    public static IReadOnlyList<string> UsedBy(string project) =>
        [.. AssemblyOf(project).GetReferencedAssemblies().Select(one => one.Name!).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    /// <summary>The references that do not lead downwards.</summary>
    public static IEnumerable<string> Faults(string project, IEnumerable<string> references) =>
        references.Where(one => !OfProjects.TryGetValue(one, out var floor) || floor >= OfProjects[project]).Select(one => $"{project} uses {one}");
}
