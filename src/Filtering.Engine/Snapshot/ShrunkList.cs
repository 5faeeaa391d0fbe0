using System.Globalization;

namespace Lifeguard.Filtering.Engine.Snapshot;

/// <summary>
/// A list that lost more than a fifth of its entries, or is gone. That is far more often a download that broke off than a decision, so such
/// lists are not taken until somebody says so: neither when they are compiled nor when they are loaded. There is this one rule, and it is
/// about each list: where none of them lost more than a fifth, all of them together did not either.
/// </summary>
public sealed record ShrunkList(string Name, long Had, long Has)
{
    private const double Kept = 0.8;

    /// <summary>Those that have shrunk between then and now.</summary>
    public static IReadOnlyList<ShrunkList> Among(IReadOnlyList<SnapshotList> before, IReadOnlyList<SnapshotList> now)
    {
        Dictionary<string, long> has = new(StringComparer.OrdinalIgnoreCase);
        foreach (var list in now) has[list.Name] = list.Entries;
        return [.. before.Select(list => new ShrunkList(list.Name, list.Entries, has.GetValueOrDefault(list.Name))).Where(list => list.Has < list.Had * Kept)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"The list {Name} had {Had:N0} entries and would have {Has:N0}.");
}
