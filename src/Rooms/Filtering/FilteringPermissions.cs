using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Filtering;

internal static class FilteringPermissions
{
    /// <summary>To whom the way to the page is shown; the page itself is open to everybody.</summary>
    public const string Why = "filtering.why";

    public const string Alarms = "filtering.alarms";

    public const string Keep = "filtering.keep";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Why, "Be shown the way to \"Why did that not open?\", with one's own refused requests of the last 15 minutes",
            [
                nameof(Role.Teacher), nameof(Role.SupportStaff), nameof(Role.OfficeStaff), nameof(Role.DesignatedSafeguardingLead), nameof(Role.DeputySafeguardingLead),
                nameof(Role.OnlineSafetyLead), nameof(Role.Head), nameof(Role.ActingHead), nameof(Role.Senco), nameof(Role.Technician), nameof(Role.Trainee), nameof(Role.Supply),
            ]),
        new(Alarms, "See how the school's web filter stands, and hear when pupils are unprotected or shut out",
            [
                nameof(Role.Technician), nameof(Role.Administrator), nameof(Role.DesignatedSafeguardingLead), nameof(Role.DeputySafeguardingLead),
                nameof(Role.OnlineSafetyLead), nameof(Role.Head), nameof(Role.ActingHead),
            ]),
        new(Keep, "Hear of everything that is wrong with the school's web filter, with what to do first", [nameof(Role.Technician), nameof(Role.Administrator)]),
    ];
}
