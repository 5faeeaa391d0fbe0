namespace Lifeguard.Organisation.Roster;

/// <summary>How much an export may hold. A trust of fifty schools stays far below; a file made to do harm does not.</summary>
internal sealed record RosterLimits
{
    public static RosterLimits Usual { get; } = new();

    /// <summary>Bytes of one file after unpacking.</summary>
    public long FileBytes { get; init; } = 8L << 30;

    /// <summary>How many times larger a packed file may become.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Below this size the ratio is not looked at: small files of equal rows pack very well.</summary>
    public long RatioFromBytes { get; init; } = 16L << 20;

    public int Entries { get; init; } = 1_000;

    public int RowBytes { get; init; } = 1 << 20;

    public int Organisations { get; init; } = 5_000;

    public int People { get; init; } = 250_000;

    public int Classes { get; init; } = 250_000;

    /// <summary>Refused rows listed with their reasons; more are counted.</summary>
    public int RefusalsListed { get; init; } = 5_000;

    public int NoticesListed { get; init; } = 100;

    /// <summary>People of each sort (new, changed, leaving) whom a preview names; more are counted.</summary>
    public int PeopleListed { get; init; } = 500;

    /// <summary>How many people are written to the database at once: memory grows with this and not with the school.</summary>
    public int SavedAtOnce { get; init; } = 1_000;

    /// <summary>More leavers than this, in all, are asked about.</summary>
    public int LeaversUnasked { get; init; } = 50;

    /// <summary>Of the pupils of one school, in hundredths; the setting <c>people.leavers-asked-from-percent</c> goes before it.</summary>
    public int PupilPercentUnasked { get; init; } = 20;
}
