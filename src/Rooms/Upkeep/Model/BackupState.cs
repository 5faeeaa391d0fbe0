namespace Lifeguard.Upkeep.Model;

/// <summary>What is known of the backups at a moment, and what of it is overdue.</summary>
internal sealed record BackupState(DateTimeOffset Now, IReadOnlyList<BackupLine> Backups, DrillLine? Drill, LogState Log)
{
    // A daily backup that did not come; half a day's grace would hide a second one that did not.
    private static readonly TimeSpan BackupWithin = TimeSpan.FromHours(26);

    // A drill a month, and some days to find the key.
    private static readonly TimeSpan DrillWithin = TimeSpan.FromDays(40);

    // What may be lost at most; the log is handed over every five minutes.
    private static readonly TimeSpan LogWithin = TimeSpan.FromMinutes(15);

    public BackupLine? Last => Backups.Count > 0 ? Backups[0] : null;

    public bool IsBackupOverdue => Last is null || Now - Last.At > BackupWithin;

    public bool IsDrillOverdue => Drill is null || Now - Drill.At > DrillWithin;

    /// <summary>The log is not archived at all, or the last tries to have failed for longer than may be lost.</summary>
    public bool IsLogOverdue => !Log.IsArchived || (Log.FailedAt > (Log.ArchivedAt ?? DateTimeOffset.MinValue) && Now - (Log.ArchivedAt ?? DateTimeOffset.MinValue) > LogWithin);
}

internal sealed record BackupLine(DateTimeOffset At, string Name, long Bytes, int Seconds);

internal sealed record DrillLine(DateTimeOffset At, string Name, DateTimeOffset StateAt, int Seconds, long JournalRows, long Records, long People);

/// <summary>How the database's log leaves the machine.</summary>
/// <param name="IsArchived">Whether it is handed to anything.</param>
internal sealed record LogState(bool IsArchived, DateTimeOffset? ArchivedAt, DateTimeOffset? FailedAt);
