using System.Text;
using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Sealing;
using Lifeguard.Children.Sending;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Received;

/// <summary>Opens a package of another school, with the school's key or a passphrase, and keeps what is in it sealed until it is matched. Nothing is laid into a file yet.</summary>
internal sealed class OpenReceived(Store store, FileSeal seal, AgeProgram age, TimeProvider clock)
{
    public const long LargestFile = 20L * 1024 * 1024;

    /// <returns>Its reference; or the refusal, and nothing was kept.</returns>
    public async Task<(RandomReference? Opened, Outcome Outcome)> RunAsync(Viewer viewer, Guid school, byte[] bytes, string? passphrase, CancellationToken stop)
    {
        if (!bytes.AsSpan().StartsWith("age-encryption.org/"u8)) return (null, Refusals.NoPackage);
        var byPassphrase = AgePassphrase.IsOne(bytes);
        var content = byPassphrase ? AgePassphrase.Open(bytes, SpokenCode.Plain(passphrase)) : await ByKeyAsync(school, bytes, stop);
        if (content is null) return (null, byPassphrase ? Refusals.WrongPassphrase : Refusals.NotOpened);
        if (PackFile.Unpack(content, out var fault) is not var (package, receipt)) return (null, new Refusal("package-not-whole", fault));

        if (await store.Set<ReceivedFile>().AnyAsync(one => one.Org == school && one.Package == package.Package && one.State == ReceivedState.TakenIn, stop)) return (null, Refusals.PackageTakenIn);
        if (await store.ReceivedFilesFor(viewer).Where(one => one.Org == school && one.Package == package.Package && one.State == ReceivedState.Opened).Select(one => (RandomReference?)one.Reference).FirstOrDefaultAsync(stop) is { } before)
            return (before, Outcome.Done);

        var deed = viewer.Deed(school, clock.GetUtcNow());
        var id = Guid.CreateVersion7(deed.At);
        var from = package.FromSchool.Length > ChildEntry.LongestSource ? package.FromSchool[..ChildEntry.LongestSource] : package.FromSchool;
        var received = ReceivedFile.Open(id, school, package.Package, from, seal.Seal(id, package), seal.SealBytes(id, Encoding.UTF8.GetBytes(receipt)), deed);
        store.Add(received);
        return (received.Reference, await store.CommitAsync(deed, new ReceivedFileMoved(received.Ref, package.Package, received.State.ToString()), stop));
    }

    private async Task<byte[]?> ByKeyAsync(Guid school, byte[] bytes, CancellationToken stop)
    {
        foreach (var key in await store.Set<FileKey>().AsNoTracking().Where(one => one.School == school).OrderByDescending(one => one.MadeAt).ToListAsync(stop))
        {
            if (seal.OpenBytes(key.Id, key.Secret) is { } secret && await age.OpenAsync(bytes, Encoding.ASCII.GetString(secret), stop) is { } content) return content;
        }

        return null;
    }
}
