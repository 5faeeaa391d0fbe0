using System.Text.Json.Serialization;

namespace Lifeguard.Filtering.Engine.Snapshot;

/// <summary>One list of a snapshot, where it came from and what became of it.</summary>
/// <param name="Name">Such as <c>adult</c>.</param>
/// <param name="Source">Folder, file or address it was read from.</param>
/// <param name="AsOf">When the source said it was made, or when the file was written.</param>
/// <param name="Domains">Names that stand in the snapshot.</param>
/// <param name="Paths">Paths below a host that stand in it.</param>
/// <param name="Duplicates">Lines that said what an earlier line of the list had said.</param>
/// <param name="Collapsed">Entries left out because the list has a parent of theirs.</param>
/// <param name="Rejected">Lines that are no entry.</param>
public sealed record SnapshotList(string Name, string Source, DateTimeOffset AsOf, long Domains, long Paths, long Duplicates, long Collapsed, long Rejected)
{
    [JsonIgnore]
    public long Entries => Domains + Paths;
}

/// <summary>How lists are written into the snapshot; made when it is compiled, so that a start spends nothing on finding it out.</summary>
[JsonSerializable(typeof(SnapshotList[]))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
