using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Storage;

internal sealed class AgencyBook(Store store) : IAgencyBook
{
    public async Task<IReadOnlyList<AgencyEntry>> OwnAsync(Guid org, CancellationToken stop)
    {
        var contacts = await store.Set<AgencyContact>().AsNoTracking().Where(one => one.Org == org).ToListAsync(stop);
        return [.. contacts.OrderBy(one => one.Kind, StringComparer.Ordinal).ThenBy(one => one.Id).Select(one => new AgencyEntry(one.Id, one.Card()))];
    }

    public async Task<Outcome> KeepAsync(Guid? id, AgencyCard card, Deed deed, CancellationToken stop)
    {
        if (await store.Set<AgencyContact>().SingleOrDefaultAsync(one => one.Id == id && one.Org == deed.Organisation, stop) is { } kept)
        {
            if (kept.Card() == card) return Outcome.Done;
            (kept.Name, kept.Telephone, kept.Email, kept.WebForm, kept.Hours, kept.VerifiedOn) = (card.Name, card.Telephone, card.Email, card.WebForm, card.Hours, card.VerifiedOn);
        }
        else if (id is not null)
        {
            return Refusal.NotFound;
        }
        // A double click on "Add" is one entry.
        else if ((await OwnAsync(deed.Organisation, stop)).Any(one => one.Card == card))
        {
            return Outcome.Done;
        }
        else
        {
            kept = new AgencyContact
            {
                Id = Guid.CreateVersion7(deed.At),
                Org = deed.Organisation,
                Kind = card.Kind,
                Name = card.Name,
                Telephone = card.Telephone,
                Email = card.Email,
                WebForm = card.WebForm,
                Hours = card.Hours,
                VerifiedOn = card.VerifiedOn,
            };
            store.Add(kept);
        }

        return await store.CommitAsync(deed, new AgencyKept(At(deed), kept.Id, kept.Kind, kept.Name, kept.Telephone, kept.Hours, kept.VerifiedOn), stop);
    }

    public async Task<Outcome> TakeOutAsync(Guid id, Deed deed, CancellationToken stop)
    {
        if (await store.Set<AgencyContact>().SingleOrDefaultAsync(one => one.Id == id && one.Org == deed.Organisation, stop) is not { } kept) return Outcome.Done;

        store.Remove(kept);
        var outcome = await store.CommitAsync(deed, new AgencyTakenOut(At(deed), kept.Id, kept.Kind, kept.Name, kept.Telephone), stop);
        return outcome.Refusals.Contains(Refusal.ChangedMeanwhile) ? Outcome.Done : outcome;
    }

    private static RecordRef At(Deed deed) => new("organisation", deed.Organisation);
}
