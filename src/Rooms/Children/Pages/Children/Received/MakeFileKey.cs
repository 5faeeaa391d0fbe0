using System.Text;
using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Sealing;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Received;

/// <summary>Makes the key of a school. Earlier ones stay, for packages that are on their way.</summary>
internal sealed class MakeFileKey(Store store, FileSeal seal, AgeProgram age, TimeProvider clock)
{
    public async Task<string?> OfAsync(Guid school, CancellationToken stop) =>
        await store.Set<FileKey>().AsNoTracking().Where(one => one.School == school).OrderByDescending(one => one.MadeAt).Select(one => one.Recipient).FirstOrDefaultAsync(stop);

    public async Task<Outcome> RunAsync(Viewer viewer, Guid school, CancellationToken stop)
    {
        if (await age.MakeKeyAsync(stop) is not { } pair) return Refusals.NoAge;
        var deed = viewer.Deed(school, clock.GetUtcNow());
        var id = Guid.CreateVersion7(deed.At);
        store.Add(new FileKey { Id = id, School = school, Recipient = pair.Recipient, Secret = seal.SealBytes(id, Encoding.ASCII.GetBytes(pair.Secret)), MadeAt = deed.At, ByName = deed.ByName });
        return await store.CommitAsync(deed, new FileKeyMade(new RecordRef("file-key", id), pair.Recipient), stop);
    }
}
