using System.Globalization;
using Lifeguard.Filtering.Engine.Compile;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Gateway.Commands;

/// <summary>Makes a snapshot of folders, archives and files of lists. One that lost most of its entries does not take the place of the last.</summary>
internal static class CompileLists
{
    /// <summary>A fifth less than the last time is the most that goes by itself; a list that lost more was probably cut off.</summary>
    private const double Smallest = 0.8;

    public static int Run(string output, IReadOnlyList<string> sources, bool mayShrink, TextWriter said, TextWriter errors)
    {
        var compiler = new ListCompiler();
        var beside = output + ".made";
        try
        {
            foreach (var source in sources)
            {
                var any = false;
                foreach (var file in ListFolder.Read(source))
                {
                    compiler.Add(file);
                    any = true;
                }

                if (any) continue;
                errors.WriteLine($"{source} holds no list.");
                return 1;
            }

            var lists = compiler.Write(beside);
            if (!mayShrink && Shrunk(output, lists) is { } shrunk)
            {
                errors.WriteLine($"{shrunk} The lists of before stay. When that is right, say --smaller.");
                return 1;
            }

            File.Move(beside, output, overwrite: true);
            foreach (var list in lists.OrderBy(list => list.Name, StringComparer.Ordinal))
                said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{list.Name}: {list.Domains} names, {list.Paths} paths, {list.Duplicates} twice, {list.Collapsed} said by another already, {list.Rejected} lines left out"));
            foreach (var line in compiler.Rejected) said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"left out: {line.Source}, line {line.Line}: {line.Because}"));
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.WriteLine(fault.Message);
            return 1;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static string? Shrunk(string output, IReadOnlyList<SnapshotList> now)
    {
        if (!File.Exists(output) || FilterSnapshot.Open(output, out _) is not { } before) return null;
        foreach (var list in before.Lists)
        {
            var was = list.Domains + list.Paths;
            var found = now.FirstOrDefault(one => one.Name == list.Name);
            var left = found is null ? 0 : found.Domains + found.Paths;
            if (left < was * Smallest) return string.Create(CultureInfo.InvariantCulture, $"The list {list.Name} had {was} entries and would have {left}.");
        }

        return null;
    }
}
