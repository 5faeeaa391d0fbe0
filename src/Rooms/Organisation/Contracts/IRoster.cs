namespace Lifeguard.Organisation.Contracts;

/// <summary>Takes in people from a school information system by way of a OneRoster 1.1 export.</summary>
public interface IRoster
{
    /// <summary>
    /// Reads the export and applies it in one transaction, or refuses it as a whole and changes nothing.
    /// Single rows that cannot be used are left out and named in the report. Loading the same file twice changes nothing.
    /// </summary>
    /// <param name="path">A zip file or a folder.</param>
    /// <param name="intoOrganisationId">The organisation under which it goes, or the one school it is for; null puts it at the top.</param>
    /// <param name="school">Name, identifier or source id of the one school to take, when the target is a school and the file has several.</param>
    /// <param name="progress">Told what is being read and how many rows so far.</param>
    /// <param name="stop">Stops between rows; nothing is then applied.</param>
    Task<RosterReport> LoadAsync(
        string path, Guid? intoOrganisationId, string? school, IProgress<RosterProgress>? progress, CancellationToken stop);
}

/// <summary>How far a load has come.</summary>
public readonly record struct RosterProgress(string Doing, long Rows);
