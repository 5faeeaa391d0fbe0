namespace Lifeguard.Children.Sending;

/// <summary>What travels to the next school, as a program reads it. Every word in it can be read in the page beside it.</summary>
internal sealed record ChildPackage
{
    public const string FormOfToday = "lifeguard-child-file/1";

    public required string Form { get; init; }

    public required Guid Package { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string FromSchool { get; init; }

    public required string SentBy { get; init; }

    public required string ToSchool { get; init; }

    public required PackedChild Child { get; init; }

    /// <summary>What held of the child, as lines.</summary>
    public required IReadOnlyList<PackedEntry> Facts { get; init; }

    /// <summary>Entries and records, oldest first.</summary>
    public required IReadOnlyList<PackedEntry> Entries { get; init; }
}

internal sealed record PackedChild(string GivenName, string FamilyName, string? KnownAs, DateOnly? BornOn, string? Number)
{
    public string Name => $"{(string.IsNullOrEmpty(KnownAs) ? GivenName : KnownAs)} {FamilyName}";
}

/// <param name="From">Where it came from before: CPOMS, a record of the sending school.</param>
internal sealed record PackedEntry(DateTimeOffset At, string From, string Title, string? Text, IReadOnlyList<PackedRow> Rows);

internal sealed record PackedRow(string Label, string Text);

/// <summary>What the package holds, with the sum of each file.</summary>
internal sealed record PackageManifest(string Form, Guid Package, string Receipt, IReadOnlyList<PackedFile> Files);

internal sealed record PackedFile(string Name, string Sha256, long Bytes);
