namespace Lifeguard.Organisation.Contracts;

/// <summary>Takes in people from a school information system.</summary>
public interface IRoster
{
    /// <summary>
    /// Reads the export and applies it in one transaction, or refuses it as a whole and changes nothing.
    /// Single rows that cannot be used are left out and named in the report. Loading the same file twice changes nothing.
    /// </summary>
    /// <param name="progress">Told what is being read and how many rows so far.</param>
    /// <param name="stop">Stops between rows; nothing is then applied.</param>
    Task<RosterReport> LoadAsync(RosterRequest request, IProgress<RosterProgress>? progress, CancellationToken stop);
}

/// <summary>What is to be read, and where it goes.</summary>
/// <param name="Path">A zip file, a folder or a single CSV file.</param>
/// <param name="Into">The organisation under which it goes, or the one school it is for; null puts it at the top.</param>
/// <param name="School">Name, identifier or source id of the one school to take, when the target is a school and the file has several.</param>
public sealed record RosterRequest(string Path, Guid? Into, string? School = null)
{
    public RosterForm Form { get; init; }

    /// <summary>What the file is called, when it lies on the disk under another name.</summary>
    public string? FileName { get; init; }

    /// <summary>The human being who asks, or null: nobody takes themselves out of the role in which they import.</summary>
    public Guid? By { get; init; }

    /// <summary>How many leavers somebody has said are right; needed when they are many (<see cref="RosterReport.NeedsConfirming"/>).</summary>
    public int? LeaversConfirmed { get; init; }
}

/// <summary>How far a load has come.</summary>
/// <param name="Of">How many there are in all, where that is known.</param>
public readonly record struct RosterProgress(string Doing, long Rows, long? Of = null);
