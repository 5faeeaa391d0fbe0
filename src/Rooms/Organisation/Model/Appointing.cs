using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>Who may hold what where.</summary>
internal static class Appointing
{
    public static Outcome May(Organisation organisation, Person person, Role role, DateOnly from, DateOnly? until, IEnumerable<Appointment> held)
    {
        if (until < from) return Refusals.EndsBeforeItBegins;
        if (person.EndedOn is { } ended && ended < from) return Refusals.PersonHasLeft;
        if (person.Kind is PersonKind.Pupil) return Refusals.PupilHoldsNoRole;
        if (person.Kind is PersonKind.Parent && !RoleLevels.OpenToParents.Contains(role)) return Refusals.ParentNeedsStaffRecord;
        if (!RoleLevels.Of(role).Contains(organisation.Kind)) return Refusals.RoleOfAnotherLevel;
        return held.Any(one => one.Role == role && one.IsHeldBetween(from, until)) ? Refusals.HoldsItAlready : Outcome.Done;
    }
}
