using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Storage;

/// <summary>
/// Which children's files a viewer may know of: those of the schools whose safeguarding team they sit in, without the files of their own
/// children and relatives, their own from when they were a pupil, and those they are kept from. The one question behind pages, lists and doors.
/// </summary>
internal sealed class FilesInReach(Store store, IPeople people, Family family, PermissionCatalogue permissions)
{
    /// <summary>The schools whose files this person keeps. A seat of the trust reaches the trust's schools.</summary>
    public IReadOnlyList<Guid> Schools(Viewer viewer) =>
        [.. permissions.Get(ChildrenPermissions.Files).PlacesOf(viewer).SelectMany(place => viewer.ReachOf(place).Prepend(place)).Distinct()];

    public async Task<IQueryable<ChildFile>> ForAsync(Viewer viewer, CancellationToken stop)
    {
        var schools = Schools(viewer);
        var near = await NearAsync(viewer, stop);
        return KeptApart(viewer, near).Where(file => schools.Contains(file.Org));
    }

    /// <summary>Files of these children that are not kept from the viewer, whatever desk they sit at: for what a record shows of its child.</summary>
    public async Task<IQueryable<ChildFile>> NotKeptFromAsync(Viewer viewer, IReadOnlyCollection<Guid> children, CancellationToken stop)
    {
        var wanted = children.ToList();
        var near = await NearAsync(viewer, stop);
        return KeptApart(viewer, near).Where(file => wanted.Contains(file.PersonId));
    }

    /// <summary>Files of any school that are not kept from the viewer: for whoever watches over what is kept, and opens none.</summary>
    public async Task<IQueryable<ChildFile>> NotKeptFromAsync(Viewer viewer, CancellationToken stop) => KeptApart(viewer, await NearAsync(viewer, stop));

    /// <summary>Rows of the roster that are this viewer, or somebody of their family.</summary>
    public async Task<IReadOnlyList<Guid>> NearAsync(Viewer viewer, CancellationToken stop) =>
        [.. (await people.RowsOfAsync([viewer.IdentityId, .. await family.OfAsync(viewer.IdentityId, stop)], stop)).Select(row => row.Id)];

    private IQueryable<ChildFile> KeptApart(Viewer viewer, IReadOnlyList<Guid> near)
    {
        var me = viewer.IdentityId;
        return store.Set<ChildFile>().Where(file => !near.Contains(file.PersonId) && !store.Set<KeptFrom>().Any(kept => kept.FileId == file.Id && kept.IdentityId == me));
    }
}
