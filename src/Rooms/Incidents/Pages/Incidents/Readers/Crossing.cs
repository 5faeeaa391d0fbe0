using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

internal static class Crossing
{
    /// <summary>Writes something on the child's welfare record; its readers see "Passed on" and not by whom.</summary>
    public static CrossedToWelfare Cross(this Store store, Viewer viewer, Incident welfare, Guid entryId, string text, DateTimeOffset at)
    {
        var journalId = Guid.CreateVersion7(at);
        store.Set<Entry>().Add(new Entry
        {
            Id = entryId,
            Org = welfare.Org,
            IncidentId = welfare.Id,
            Text = text,
            HappenedAt = at,
            EnteredAt = at,
            ByIdentity = viewer.IdentityId,
            JournalId = journalId,
        });
        return new CrossedToWelfare(welfare.Ref, journalId, entryId, text, at);
    }
}
