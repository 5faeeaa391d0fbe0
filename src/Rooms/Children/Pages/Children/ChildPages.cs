using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children;

/// <summary>What the pages of one child's file share: finding it through the viewer, and noting the reading before anything is shown.</summary>
internal sealed class ChildPages(Store store, FilesInReach files, Team team, IPeople people, TimeProvider clock)
{
    public DateOnly Today => UkTime.DateOf(clock.GetUtcNow());

    /// <summary>The key of a part that a form makes, so that the same form sent again is the same part.</summary>
    public Guid NewKey() => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>The file, or null when it is not there for this viewer.</summary>
    public async Task<ChildFile?> FindAsync(Viewer viewer, RandomReference reference, CancellationToken stop) =>
        await (await files.ForAsync(viewer, stop)).SingleOrDefaultAsync(file => file.Reference == reference, stop);

    public async Task<ChildHeading?> HeadingAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        if (await FindAsync(viewer, reference, stop) is not { } file || !(await people.CardsAsync([file.PersonId], stop)).TryGetValue(file.PersonId, out var child)) return null;

        var stays = (await people.PlacesOfAsync(child.IdentityId, Today, stop)).Contains(file.Org);
        return new ChildHeading(file, child.IdentityId, child.Name, stays ? About(child) : "Has left this school", !stays,
            [.. (await team.OfAsync(file, stop)).Select(one => $"{one.Name} ({one.Role.InWords()})")]);
    }

    /// <summary>Commits the reading; only then may the page show anything.</summary>
    public Task NoteReadingAsync(Viewer viewer, ChildFile file, string how, CancellationToken stop) =>
        store.CommitAsync(viewer.Deed(file.Org, clock.GetUtcNow()), new RecordRead(file.Ref, how), stop);

    public static string About(PersonCard child) =>
        string.Join(", ", new[] { child.YearGroup is { Length: > 0 } year ? char.IsDigit(year[0]) ? $"Year {year}" : year : "Pupil", child.Class }.Where(part => !string.IsNullOrEmpty(part)));
}
