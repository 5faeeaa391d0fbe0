using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Storage;

/// <summary>Who decides about a record as a whole. Somebody joined by name reads and helps, and does not begin or end it.</summary>
internal static class IncidentDecision
{
    public static bool IsDecidedBy(this Incident incident, Viewer viewer) =>
        !incident.Barred.Contains(viewer.IdentityId) && (incident.Handler == viewer.IdentityId ||
            IncidentVisibility.DesksOf(viewer).Any(desk => incident.Desks.Contains(desk.Key.ToString()) && desk.Value.Contains(incident.Org)));
}
