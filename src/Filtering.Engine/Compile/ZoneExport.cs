using System.Text;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Filtering.Engine.Compile;

/// <summary>
/// Writes what a level blocks as a response policy zone, for a name server beside the gate. Names alone: paths, words and hours are beyond
/// what a name server sees. Helplines and what the level opens go first, as exceptions.
/// </summary>
public static class ZoneExport
{
    /// <returns>How many names.</returns>
    public static long Write(IEnumerable<ListFile> files, Policy policy, Level level, TextWriter output)
    {
        output.Write("$TTL 300\n@ SOA localhost. root.localhost. 1 3600 600 86400 300\n@ NS localhost.\n");
        var opened = policy.Helplines.Concat(level.OwnOpened.SelectMany(list => policy.OwnLists[list].Entries)).Where(entry => entry.Path.Length == 0).Select(entry => entry.Host).Concat(BuiltIn.Helplines);
        foreach (var name in opened.Distinct()) output.Write($"{name} CNAME rpz-passthru.\n*.{name} CNAME rpz-passthru.\n");

        var lists = level.Blocked.SelectMany(category => policy.Categories[category].Lists).Concat(policy.Sealed).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var written = new HashSet<ulong>();
        foreach (var file in files.Where(file => lists.Contains(file.List)))
        {
            var reader = new EntryReader(file.Content.Span);
            while (reader.Next())
            {
                if (reader.Because is not null || reader.IsPath || !written.Add(reader.Hash)) continue;
                var name = Encoding.ASCII.GetString(reader.Host);
                output.Write($"{name} CNAME .\n*.{name} CNAME .\n");
            }
        }

        foreach (var entry in level.OwnBlocked.SelectMany(list => policy.OwnLists[list].Entries))
        {
            if (entry.Path.Length == 0) output.Write($"{entry.Host} CNAME .\n*.{entry.Host} CNAME .\n");
        }

        return written.Count;
    }
}
