using Lifeguard.Filtering.Engine.Folder;

namespace Lifeguard.Gateway.Answer;

/// <summary>Somebody to ring.</summary>
/// <param name="Web">Their website, which is open always; null where none is named.</param>
internal sealed record Helpline(string Name, string Number, string When, Uri? Web = null);

/// <summary>
/// Whom to ring, on every page that says no, ours and Squid's. Some are always there (<c>Data/helplines.json</c>); a school adds its own in a
/// file of the same kind in the gate's folder.
/// </summary>
internal static class Helplines
{
    private const int Longest = 64 * 1024;
    private const int Most = 8;

    public static IReadOnlyList<Helpline> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>Reads the school's own, beside the built-in ones. With a fault there is null, and every fault has its line.</summary>
    public static IReadOnlyList<Helpline>? Read(string path, out IReadOnlyList<string> faults)
    {
        faults = [];
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return BuiltIn;
            if (file.Length > Longest)
            {
                faults = [$"{GateFolder.HelplinesFile} is too long."];
                return null;
            }

            var own = new HelplinesReader(GateFolder.HelplinesFile, Most, hasWeb: false).Read(File.ReadAllBytes(path), out faults);
            return own is null ? null : [.. BuiltIn, .. own.Where(one => BuiltIn.All(other => other.Number != one.Number))];
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            faults = [$"{GateFolder.HelplinesFile} cannot be read ({failed.GetType().Name})."];
            return null;
        }
    }

    private static IReadOnlyList<Helpline> ReadBuiltIn()
    {
        using var stream = typeof(Helplines).Assembly.GetManifestResourceStream("Lifeguard.Gateway.Answer.Data.helplines.json")!;
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return new HelplinesReader("the built-in helplines", int.MaxValue, hasWeb: true).Read(all.ToArray(), out var faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
