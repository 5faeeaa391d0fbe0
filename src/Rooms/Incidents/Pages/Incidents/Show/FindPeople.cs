using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Show;

/// <summary>The people on a record with their parts, the harmed first.</summary>
internal sealed class FindPeople(Store store, IPeople people)
{
    public async Task<IReadOnlyList<PersonRow>> OnAsync(Guid incidentId, CancellationToken stop)
    {
        var rows = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == incidentId && one.RemovedAt == null).ToListAsync(stop);
        var known = rows.Where(one => one.PersonId is not null).Select(one => one.PersonId!.Value).ToList();
        var cards = known.Count == 0 ? new Dictionary<Guid, PersonCard>() : await people.CardsAsync(known, stop);
        return [.. rows.OrderBy(one => one.Part).ThenBy(one => one.Id).Select(one => Row(one, one.PersonId is { } id ? cards.GetValueOrDefault(id) : null))];
    }

    /// <summary>What helps to tell one person from another of the same name.</summary>
    public static string About(PersonCard card) => card.Kind == PersonKind.Pupil
        ? string.Join(", ", new[] { card.YearGroup is { } year ? Year(year) : "Pupil", card.Class }.Where(part => part is not null))
        : card.JobTitle ?? card.Kind switch { PersonKind.Parent => "Parent or carer", PersonKind.Governor => "Governor", PersonKind.Staff => "Staff", _ => "Somebody else" };

    private static string Year(string year) => char.IsDigit(year[0]) ? $"Year {year}" : year;

    private static PersonRow Row(Involvement one, PersonCard? card) => new(
        one.Id, card?.Name ?? one.Name, card is not null && card.Name != one.Name ? one.Name : null,
        card is null ? PartWords.Of(one.NamedAs) : About(card), one.Part, one.NamedAs, card is not null)
    { PersonId = one.PersonId };
}
