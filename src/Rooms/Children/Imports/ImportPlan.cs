namespace Lifeguard.Children.Imports;

/// <summary>What an import would bring, with names. Kept sealed, and only until it has ended.</summary>
internal sealed record ImportPlan(IReadOnlyList<PlannedPupil> Pupils)
{
    public IEnumerable<PlannedPupil> Sure => Pupils.Where(one => one.Sure is not null);

    /// <summary>Somebody must say who is meant.</summary>
    public IEnumerable<PlannedPupil> Asked => Pupils.Where(one => one.Sure is null && one.MayBe.Count > 0);

    /// <summary>Nobody of the roster fits.</summary>
    public IEnumerable<PlannedPupil> Nobody => Pupils.Where(one => one.Sure is null && one.MayBe.Count == 0);
}

/// <summary>A pupil as the export names them, and who that is.</summary>
/// <param name="Number">Counted from 1 in the order of the export: the answer to "who is meant" names it.</param>
/// <param name="Known">Entries that are on file already.</param>
internal sealed record PlannedPupil(int Number, NamedPupil Named, int Entries, int Known, PlannedMatch? Sure, IReadOnlyList<PlannedMatch> MayBe);

internal sealed record PlannedMatch(Guid PersonId, string Name, string About);

/// <summary>What was read and what came of it, without a name of anybody.</summary>
internal sealed record ImportReport
{
    /// <summary>Why the whole file was refused, in a sentence; null when it was read.</summary>
    public string? Refusal { get; init; }

    public int Rows { get; init; }

    public int Entries { get; init; }

    public int Children { get; init; }

    /// <summary>Rows that are on file already.</summary>
    public int Known { get; init; }

    /// <summary>Rows of pupils whom somebody left out, or nobody fits.</summary>
    public int NotMatched { get; init; }

    /// <summary>Rows about children whose files whoever imports does not open: a colleague takes them in.</summary>
    public int ForAColleague { get; init; }

    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    public IReadOnlyList<string> Notices { get; init; } = [];
}
