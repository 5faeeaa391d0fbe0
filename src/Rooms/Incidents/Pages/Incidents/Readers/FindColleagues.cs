using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Readers;

/// <summary>
/// Staff and governors of the school who can be given a record. Somebody who is kept from it, somebody who reads it already and
/// somebody who is not there look the same: they are not offered, and nothing says why.
/// </summary>
internal sealed class FindColleagues(Store store, IPeople people, IncidentPages pages)
{
    private const int Most = 20;
    private static readonly PersonKind[] Kinds = [PersonKind.Staff, PersonKind.Governor];

    public async Task<IReadOnlyList<PersonCard>> RunAsync(Viewer viewer, Guid incidentId, string name, CancellationToken stop)
    {
        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == incidentId, stop);
        var readers = (await pages.ReaderRowsAsync(incident, stop)).Select(reader => reader.Identity).ToHashSet();
        var found = await people.FindAsync(viewer, incident.Org, name, Kinds, 100, stop);
        return [.. found.Where(card => !incident.Barred.Contains(card.IdentityId) && !readers.Contains(card.IdentityId)).Take(Most)];
    }

    /// <summary>The chosen person, looked up again; null when they cannot be chosen, whatever the reason.</summary>
    public async Task<PersonCard?> OneAsync(Incident incident, Guid personId, CancellationToken stop) =>
        (await people.CardsAsync([personId], stop)).TryGetValue(personId, out var card)
            && card.Org == incident.Org && Kinds.Contains(card.Kind) && !incident.Barred.Contains(card.IdentityId) ? card : null;
}
