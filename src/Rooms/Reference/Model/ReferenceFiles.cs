using System.Reflection;

namespace Lifeguard.Reference.Model;

/// <summary>The data files as they were built into the room: name to text.</summary>
internal static class ReferenceFiles
{
    private const string Prefix = "reference/";

    public static IReadOnlyDictionary<string, string> BuiltIn()
    {
        var room = Assembly.GetExecutingAssembly();
        return room.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => TextOf(room, name), StringComparer.Ordinal);
    }

    private static string TextOf(Assembly room, string name)
    {
        using var reader = new StreamReader(room.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
