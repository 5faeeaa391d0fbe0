using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Kept;

/// <summary>Keeps somebody of the team from a child's file, or lets them in again. Whoever is kept cannot let themselves in: the page is not there for them.</summary>
internal sealed class SetKept(Store store, ChildPages pages, Team team, TimeProvider clock)
{
    /// <summary>Whom somebody set here; relatives of the roster are kept without it.</summary>
    public async Task<IReadOnlyList<KeptFrom>> OfAsync(ChildFile file, CancellationToken stop) =>
        await store.Set<KeptFrom>().AsNoTracking().Where(one => one.FileId == file.Id).OrderBy(one => one.At).ToListAsync(stop);

    public async Task<Outcome> RunAsync(Viewer viewer, RandomReference reference, Guid person, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } file) return Refusal.NotFound;

        var readers = await team.OfAsync(file, stop);
        if (readers.FirstOrDefault(one => one.IdentityId == person) is not { } colleague) return Refusals.AlreadyKept;
        if (readers.Count == 1) return Refusals.NobodyLeft;

        var deed = viewer.Deed(file.Org, clock.GetUtcNow());
        store.Add(new KeptFrom
        {
            Id = Guid.CreateVersion7(deed.At),
            Org = file.Org,
            FileId = file.Id,
            IdentityId = colleague.IdentityId,
            Name = colleague.Name,
            At = deed.At,
            ByName = deed.ByName,
        });
        try
        {
            return await store.CommitAsync(deed, new KeptFromFile(file.Ref, colleague.IdentityId), stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            store.ChangeTracker.Clear();
            if (await store.Set<KeptFrom>().AnyAsync(one => one.FileId == file.Id && one.IdentityId == person, stop)) return Outcome.Done;
            throw;
        }
    }

    public async Task<Outcome> LetInAsync(Viewer viewer, RandomReference reference, Guid person, CancellationToken stop)
    {
        if (await pages.FindAsync(viewer, reference, stop) is not { } file) return Refusal.NotFound;
        if (await store.Set<KeptFrom>().SingleOrDefaultAsync(one => one.FileId == file.Id && one.IdentityId == person, stop) is not { } kept) return Refusal.NotFound;

        store.Remove(kept);
        return await store.CommitAsync(viewer.Deed(file.Org, clock.GetUtcNow()), new LetIntoFile(file.Ref, person), stop);
    }
}
