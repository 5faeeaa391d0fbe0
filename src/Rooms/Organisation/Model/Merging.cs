using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>
/// Which records somebody who keeps the people may join. Two records that are one person share every right, so joining is also giving.
/// Nobody joins their own record. Where a role opens records or gives rights, the other record must bring no way in of its own: then
/// nobody comes in who did not before, and the head who is also a parent is kept from what is about their child.
/// </summary>
internal static class Merging
{
    private static readonly IReadOnlySet<Role> Ordinary = new HashSet<Role>
    {
        Role.Teacher, Role.SupportStaff, Role.Volunteer, Role.Trainee, Role.Supply, Role.Contractor, Role.TrustStaff,
    };

    public static Outcome May(Viewer viewer, Person kept, Person other, Twin ofKept, Twin ofOther)
    {
        if (kept.IdentityId == other.IdentityId) return Refusals.LinkedAlready;
        if (viewer.IdentityId == kept.IdentityId || viewer.IdentityId == other.IdentityId) return Refusals.OwnRecord;
        if ((kept.Kind is PersonKind.Pupil) != (other.Kind is PersonKind.Pupil)) return Refusals.PupilIsNoAdult;
        return Brings(ofKept, ofOther) || Brings(ofOther, ofKept) ? Refusals.RoleOpensMore : Outcome.Done;
    }

    // Whether joined the second one's way in would open what the first one's roles open; a way in that is still to be made counts too.
    private static bool Brings(Twin one, Twin other) => !one.Roles.All(Ordinary.Contains) && (other.HasWayIn || !one.HasWayIn);

    /// <summary>What a human being holds today or will, and whether they can sign in.</summary>
    public sealed record Twin(IReadOnlyCollection<Role> Roles, bool HasWayIn);
}
