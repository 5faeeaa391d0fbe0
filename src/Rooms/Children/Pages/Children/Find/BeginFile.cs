using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Find;

/// <summary>Opens a child's file for the first time; where there is one already, that one.</summary>
internal sealed class BeginFile(Store store, FilesInReach files, IPeople people, TimeProvider clock)
{
    /// <returns>The file's reference, or null when the child is not one whose file this viewer keeps.</returns>
    public async Task<RandomReference?> RunAsync(Viewer viewer, Guid person, CancellationToken stop)
    {
        if (!(await people.CardsAsync([person], stop)).TryGetValue(person, out var child) || child.Kind is not PersonKind.Pupil) return null;
        if (!files.Schools(viewer).Contains(child.Org) || (await files.NearAsync(viewer, stop)).Contains(person)) return null;
        if (await store.Set<ChildFile>().AnyAsync(file => file.PersonId == person && file.Org == child.Org, stop)) return await OfAsync(viewer, person, stop);

        var deed = viewer.Deed(child.Org, clock.GetUtcNow());
        var begun = ChildFile.Begin(child.Org, person, deed.At);
        store.Add(begun);
        try
        {
            await store.CommitAsync(deed, new ChildFileBegun(begun.Ref), stop);
            return begun.Reference;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            // A colleague, or the other of two clicks, was first.
            store.ChangeTracker.Clear();
            return await OfAsync(viewer, person, stop);
        }
    }

    private async Task<RandomReference?> OfAsync(Viewer viewer, Guid person, CancellationToken stop) =>
        await (await files.ForAsync(viewer, stop)).Where(file => file.PersonId == person).Select(file => (RandomReference?)file.Reference).SingleOrDefaultAsync(stop);
}
