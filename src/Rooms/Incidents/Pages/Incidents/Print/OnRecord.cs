using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Show;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>Somebody who is, or was once, on the record.</summary>
/// <param name="Number">From one, in the order in which they were added; never given to anybody else.</param>
/// <param name="Name">The roster's name where the person is known, otherwise as it was written.</param>
internal sealed record OnRecord(int Number, Guid InvolvementId, string Name, string AsWritten, NamedAs NamedAs, Part Part, bool IsChild, string About, bool TakenOff)
{
    /// <summary>A child, a parent, or somebody of whom nobody knows: named, they would give a child away.</summary>
    public bool GivesChildAway => IsChild || NamedAs is NamedAs.Parent or NamedAs.Unknown;

    public string Letter => Number <= 26 ? ((char)('A' + Number - 1)).ToString() : Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Everybody on a record, those taken off as well: their names may still stand in somebody's words.</summary>
internal sealed class FindOnRecord(Store store, IPeople people)
{
    public async Task<IReadOnlyList<OnRecord>> RunAsync(Guid incidentId, CancellationToken stop)
    {
        var rows = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == incidentId).ToListAsync(stop);
        // All three never change, and those of one report came at the same instant.
        rows = [.. rows.OrderBy(one => one.AddedAt).ThenBy(one => one.Part).ThenBy(one => one.Id)];
        var known = rows.Select(one => one.PersonId).OfType<Guid>().ToList();
        var cards = known.Count == 0 ? new Dictionary<Guid, PersonCard>() : await people.CardsAsync(known, stop);
        return [.. rows.Select((one, at) => Row(at + 1, one, one.PersonId is { } id ? cards.GetValueOrDefault(id) : null))];
    }

    private static OnRecord Row(int number, Involvement one, PersonCard? card) => new(
        number, one.Id, card?.Name ?? one.Name, one.Name, one.NamedAs, one.Part, one.NamedAs == NamedAs.Pupil || card?.Kind == PersonKind.Pupil,
        card is null ? Timeline.PartWords.Of(one.NamedAs) : FindPeople.About(card), one.RemovedAt is not null);
}
