using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Storage;

/// <summary>Answers for children's files where nobody looks at a page: letters, duties and the journal ask here.</summary>
internal sealed class ChildAudience(Store store, FilesInReach files, Team team) : IRecordAudience
{
    public IReadOnlyCollection<string> Kinds { get; } = [ChildFile.Kind];

    public async Task<IReadOnlySet<Guid>> WhoMayKnowAsync(RecordRef record, IReadOnlyCollection<Guid> identities, CancellationToken stop)
    {
        if (await store.Set<ChildFile>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == record.Id, stop) is not { } file) return new HashSet<Guid>();
        return (await team.OfAsync(file, stop)).Select(one => one.IdentityId).Intersect(identities).ToHashSet();
    }

    public async Task<IReadOnlySet<Guid>> KnownToAsync(Viewer viewer, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        (await (await files.ForAsync(viewer, stop)).Where(file => ids.Contains(file.Id)).Select(file => file.Id).ToListAsync(stop)).ToHashSet();
}
