using Lifeguard.Custody.Contracts;
using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Custody.Pages.Custody.Searches;

/// <summary>
/// Two people decide what becomes of what was found: whoever searched, then the safeguarding lead or a senior leader on their own account.
/// What is kept or goes to the police becomes an item in custody in the same moment.
/// </summary>
internal sealed class DecideSearch(Store store, SearchPages pages, IRoles roles, TimeProvider clock)
{
    private static readonly Role[] Seconds = [Role.DesignatedSafeguardingLead, Role.DeputySafeguardingLead, Role.Head, Role.ActingHead];

    public async Task<Outcome> DecideAsync(Viewer viewer, RandomReference reference, bool deletes, bool discipline, bool evidence, bool police, string because, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } search) return Refusal.NotFound;
        var deed = viewer.Deed(search.Org, clock.GetUtcNow());
        var decision = new SearchDecision(deletes, discipline, evidence, police, because, viewer.IdentityId, viewer.Name, deed.At);
        var outcome = search.Decide(decision);
        if (!outcome.IsDone) return outcome;

        foreach (var second in await SecondsAsync(search, stop)) store.Post(new Letter(search.Org, second, search.Ref, search.PossibleOffence is YesNoUnsure.No ? LetterUrgency.Routine : LetterUrgency.Urgent), deed.At);
        return await store.CommitAsync(deed, new SearchDecided(search.Ref, decision.InWords(), because), stop);
    }

    public async Task<Outcome> ConfirmAsync(Viewer viewer, RandomReference reference, bool agrees, bool seesOffence, string because, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } search) return Refusal.NotFound;
        var deed = viewer.Deed(search.Org, clock.GetUtcNow());
        var outcome = search.Confirm(new SecondAccount(agrees, because, viewer.IdentityId, viewer.Name, deed.At), seesOffence);
        if (!outcome.IsDone) return outcome;

        List<IHappened> news = [new SearchConfirmed(search.Ref, agrees, seesOffence, because)];
        if (search.IsDecided && search.Decision!.Keeps) news.Add(await KeepAsync(search, viewer, deed, stop));
        return await store.CommitAsync(deed, news, stop);
    }

    public async Task<Outcome> TellAsync(Viewer viewer, RandomReference reference, string whom, string how, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } search) return Refusal.NotFound;
        var deed = viewer.Deed(search.Org, clock.GetUtcNow());
        search.Tell(new ParentTold(whom, how, deed.At, viewer.Name));
        return await store.CommitAsync(deed, new ParentToldOfIt(search.Ref, whom, how), stop);
    }

    private async Task<IEnumerable<Guid>> SecondsAsync(DeviceSearch search, CancellationToken stop) =>
        (await roles.HoldersAsync(search.Org, Seconds, UkTime.DateOf(clock.GetUtcNow()), stop)).Select(one => one.IdentityId).Distinct().Where(one => one != search.SearchedBy && !search.Barred.Contains(one));

    private async Task<ItemTakenIn> KeepAsync(DeviceSearch search, Viewer viewer, Deed deed, CancellationToken stop)
    {
        var thing = search.ConfiscationId is { } id ? await store.Set<Confiscation>().SingleAsync(one => one.Id == id, stop) : null;
        var item = new Item
        {
            Id = Guid.CreateVersion7(deed.At),
            Org = search.Org,
            Reference = RandomReference.New(),
            SearchId = search.Id,
            What = search.Device,
            Belonging = Belonging.Pupil,
            OwnerName = search.PupilName,
            OwnerIdentity = search.PupilIdentity,
            FoundWhere = "Taken from its user",
            SecuredAt = thing?.TakenAt ?? search.SearchedAt,
            SecuredBy = thing?.TakenByName ?? search.SearchedByName,
            SealedHow = "Not sealed yet",
            TakenInBy = viewer.IdentityId,
            TakenInByName = viewer.Name,
            TakenInAt = deed.At,
        };
        // Whoever keeps it must not read why; and nobody in school rules out what two people thought possible.
        var possible = search.PossibleOffence is not YesNoUnsure.No || search.Decision!.TellsPolice || search.Decision.KeepsAsEvidence;
        item.Begin(thing?.KeptWhere ?? "With whoever secured it", search.Barred, null, possible ? Offence.Possible : Offence.RuledOut, possible ? null : "Two people decided so after the search.");
        if (search.RecordId is { } record) item.Tie(record);
        store.Add(item);
        search.MoveToCustody(item.Id);
        thing?.MoveToCustody(item.Id);
        return new ItemTakenIn(item.Ref, item.What, item.Serial, item.FoundWhere, item.SecuredAt, item.SecuredBy, item.SealedHow, item.StoredWhere);
    }
}
