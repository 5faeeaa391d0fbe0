namespace Lifeguard.Organisation.Contracts;

/// <summary>What a load took, what it left out and why. Holds no names of people, so it may be mailed or kept.</summary>
public sealed record RosterReport
{
    /// <summary>The file or folder name, without its path.</summary>
    public required string File { get; init; }

    /// <summary>What the export says of itself, such as the name of the system it came from.</summary>
    public string? Source { get; init; }

    /// <summary>Why the whole export was refused, in a sentence; null when it was taken.</summary>
    public string? Refusal { get; init; }

    public RosterCount Organisations { get; init; }
    public RosterCount Pupils { get; init; }
    public RosterCount Staff { get; init; }

    /// <summary>Parents, guardians and other relatives.</summary>
    public RosterCount Guardians { get; init; }

    public RosterCount Relations { get; init; }

    /// <summary>Classes read for their names only.</summary>
    public int Classes { get; init; }

    /// <summary>People who leave: the export marks them as to be deleted, or is whole and does not name them. Their records stay.</summary>
    public int Ended { get; init; }

    /// <summary>The same by sort, beside how many there are today.</summary>
    public LeaverCount Leavers { get; init; } = new();

    /// <summary>Whoever asks is among the leavers, and would lose the role in which they import. It is not applied.</summary>
    public bool TakesOutWhoAsks { get; init; }

    /// <summary>People who had left and are named again; counted among the changed too.</summary>
    public int Returned { get; init; }

    /// <summary>Pairs of records that are probably one human being, of which this export brings or changes one.</summary>
    public int Twins { get; init; }

    /// <summary>Details of the school itself that change.</summary>
    public int SchoolDetails { get; init; }

    /// <summary>So many would leave that somebody must say that this is right. Nothing was changed.</summary>
    public bool NeedsConfirming { get; init; }

    /// <summary>Rows that belong to a school other than the one asked for.</summary>
    public int OutOfScope { get; init; }

    /// <summary>Every row that could not be used, up to a limit; <see cref="RefusedRows"/> counts them all.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; init; } = [];

    public long RefusedRows { get; init; }

    /// <summary>What was tolerated, translated or ignored.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    public bool IsTaken => Refusal is null;

    /// <summary>New rows of every sort.</summary>
    public int Added => Organisations.New + Pupils.New + Staff.New + Guardians.New + Relations.New;

    /// <summary>Changed rows of every sort.</summary>
    public int ChangedRows => Organisations.Changed + Pupils.Changed + Staff.Changed + Guardians.Changed + Relations.Changed;

    /// <summary>True when the export held nothing that was not known already.</summary>
    public bool ChangedNothing => IsTaken && Added + ChangedRows + Ended + SchoolDetails == 0;
}

/// <summary>New, changed and unchanged rows of one sort.</summary>
public readonly record struct RosterCount(int New, int Changed, int Same)
{
    public int Total => New + Changed + Same;
}

/// <summary>Who would leave, and of how many.</summary>
public sealed record LeaverCount
{
    public int Pupils { get; init; }

    public int OfPupils { get; init; }

    public int Staff { get; init; }

    public int OfStaff { get; init; }

    public int Family { get; init; }

    public int OfFamily { get; init; }

    public int Total => Pupils + Staff + Family;

    /// <summary>480 of your 500 pupils and 3 of your 40 staff.</summary>
    public string InWords()
    {
        List<string> parts = [];
        if (Pupils > 0) parts.Add($"{Pupils:N0} of your {OfPupils:N0} pupils");
        if (Staff > 0) parts.Add($"{Staff:N0} of your {OfStaff:N0} staff");
        if (Family > 0) parts.Add($"{Family:N0} of your {OfFamily:N0} parents and relatives");
        return parts.Count == 0 ? "nobody" : parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
    }
}

/// <summary>A row left out.</summary>
/// <param name="File">The file in the export.</param>
/// <param name="Line">The line on which the row begins, counted from 1 as an editor counts.</param>
/// <param name="Reason">A sentence in plain words.</param>
public sealed record RefusedRow(string File, long Line, string Reason);
