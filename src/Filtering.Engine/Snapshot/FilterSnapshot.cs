namespace Lifeguard.Filtering.Engine.Snapshot;

/// <summary>Compiled lists: immutable, mapped into memory, shared by every process that opens the file.</summary>
public sealed class FilterSnapshot
{
    /// <summary>A snapshot without a single list.</summary>
    public static FilterSnapshot Empty { get; } = new();

    /// <summary>Eight characters that change with the content.</summary>
    public string Version { get; internal init; } = "empty";

    /// <summary>Distinct entries, of names and of paths.</summary>
    public long Entries { get; internal init; }

    public IReadOnlyList<SnapshotList> Lists { get; internal init; } = [];

    /// <summary>Opens a compiled file. A damaged, shortened or foreign file is not opened, and the fault says why.</summary>
    public static FilterSnapshot? Open(string path, out string? fault) => throw new NotSupportedException();
}

/// <summary>One list of a snapshot, where it came from and what became of it.</summary>
/// <param name="Name">Such as <c>adult</c>.</param>
/// <param name="Source">Folder, file or address it was read from.</param>
/// <param name="AsOf">When the source said it was made, or when the file was written.</param>
public sealed record SnapshotList(string Name, string Source, DateTimeOffset AsOf, long Domains, long Paths, long Duplicates, long Collapsed, long Rejected);
