using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Sending;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Reactions;

/// <summary>
/// The roster says that pupils have left: whoever of them has something on file, or a record that the whole team may know of, has a file that
/// goes to the next school. The team is told, and the clock runs.
/// </summary>
internal sealed class OnPupilsLeft(Store store, StartTransfer startTransfer, Team team, IPeople people, IEnumerable<IChildRecords> rooms) : IReaction<PeopleLeft>
{
    public async Task OnAsync(PeopleLeft happened, Deed deed, CancellationToken stop)
    {
        var today = UkTime.DateOf(deed.At);
        var pupils = (await people.RowsOfAsync(happened.Identities, stop)).Where(row => row.Kind is PersonKind.Pupil).ToList();
        if (pupils.Count == 0) return;

        var ids = pupils.Select(row => row.Id).ToList();
        var files = await store.Set<ChildFile>().Where(file => ids.Contains(file.PersonId)).ToDictionaryAsync(file => file.PersonId, stop);
        var begun = files.Values.Select(file => file.Id).ToList();
        var filled = (await store.Set<ChildFact>().Where(fact => begun.Contains(fact.FileId)).Select(fact => fact.FileId)
            .Union(store.Set<ChildEntry>().Where(entry => begun.Contains(entry.FileId)).Select(entry => entry.FileId)).ToListAsync(stop)).ToHashSet();
        HashSet<Guid> recorded = [];
        foreach (var room in rooms) recorded.UnionWith(await room.WithRecordsAsync(ids, stop));

        foreach (var pupil in pupils.Where(row => recorded.Contains(row.Id) || (files.TryGetValue(row.Id, out var file) && filled.Contains(file.Id))))
        {
            // Still a pupil there under another row, or of another school alone.
            if ((await people.PlacesOfAsync(pupil.IdentityId, today, stop)).Contains(pupil.Org)) continue;
            if (!files.TryGetValue(pupil.Id, out var file))
            {
                store.Add(file = ChildFile.Begin(pupil.Org, pupil.Id, deed.At));
                store.Also(new ChildFileBegun(file.Ref));
            }

            if (await startTransfer.PrepareAsync(file, today, deed, stop) is not { } started) continue;
            store.Also(started);
            foreach (var one in await team.OfAsync(file, stop)) store.Post(new Letter(file.Org, one.IdentityId, file.Ref, LetterUrgency.Routine), deed.At);
        }
    }
}
