using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>
/// Which records somebody who keeps the people may join. Two records that are one person share every right, so joining is also giving:
/// nobody joins their own record, nor one whose holder reads cases, keeps people or gives roles.
/// </summary>
internal static class Merging
{
    private static readonly IReadOnlySet<Role> Ordinary = new HashSet<Role>
    {
        Role.Teacher, Role.SupportStaff, Role.Volunteer, Role.Trainee, Role.Supply, Role.Contractor, Role.TrustStaff,
    };

    public static Outcome May(Viewer viewer, Person kept, Person other, IEnumerable<Role> held)
    {
        if (kept.IdentityId == other.IdentityId) return Refusals.LinkedAlready;
        if (viewer.IdentityId == kept.IdentityId || viewer.IdentityId == other.IdentityId) return Refusals.OwnRecord;
        if ((kept.Kind is PersonKind.Pupil) != (other.Kind is PersonKind.Pupil)) return Refusals.PupilIsNoAdult;
        return held.All(Ordinary.Contains) ? Outcome.Done : Refusals.RoleOpensMore;
    }
}
