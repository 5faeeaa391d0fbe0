using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents;

/// <summary>Which roles may open which pages. Which records they meet there is decided by the record's audience, never by these.</summary>
internal static class IncidentPermissions
{
    /// <summary>Raise a concern and read one's own receipts.</summary>
    public const string Raise = "incidents.raise";

    /// <summary>A desk, its records, and the work on them.</summary>
    public const string Work = "incidents.work";

    /// <summary>Tasks for the technician.</summary>
    public const string TechnicalTasks = "incidents.technical-tasks";

    /// <summary>Figures of who read how much, over the records one may read oneself.</summary>
    public const string ReadingLog = "incidents.reading-log";

    /// <summary>Decide about conduct, and keep the school's matrix of it.</summary>
    public const string DecideSanctions = "incidents.decide-sanctions";

    private static readonly string[] Deciding = [nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.ChairOfGovernors), nameof(Role.Proprietor)];

    private static readonly string[] Everybody = [.. Enum.GetNames<Role>().Where(role => role is not nameof(Role.PartnershipOfficer))];

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Raise, "Raise a concern", Everybody),
        // An administrator, a governor or a technician has no desk; somebody joined by name needs the pages to read what they were given.
        // Whoever keeps the people, or says how long records are kept, reads none of them by that role.
        new(Work, "Work on records that lie on one's desk or were handed over by name",
            [.. Everybody.Where(role => role is not (nameof(Role.Administrator) or nameof(Role.DataProtectionLead)))]),
        new(ReadingLog, "See how often records were opened, and by whom",
            [nameof(Role.DesignatedSafeguardingLead), nameof(Role.TrustSafeguardingLead), nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.ChairOfGovernors), nameof(Role.Proprietor)]),
        new(DecideSanctions, "Decide sanctions, and keep the school's matrix of conduct", Deciding),
        new(TechnicalTasks, "Do what the safeguarding team asks of the technician", [nameof(Role.Technician)]),
    ];

    /// <summary>Whether the viewer decides about conduct in this very school; a head of another one does not.</summary>
    public static bool DecidesIn(Viewer viewer, Guid school) =>
        viewer.May(DecideSanctions) && viewer.Seats.Any(seat => seat.Organisation == school && Deciding.Contains(seat.Role));
}
