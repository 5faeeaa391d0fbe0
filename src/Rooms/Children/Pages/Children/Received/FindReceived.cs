using System.Text;
using Lifeguard.Children.Imports;
using Lifeguard.Children.Model;
using Lifeguard.Children.Sending;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Received;

internal sealed class FindReceived(Store store, FileSeal seal, FilesInReach files, IPupilList pupils)
{
    public async Task<IReadOnlyList<ReceivedFile>> AllAsync(Viewer viewer, CancellationToken stop) =>
        await store.ReceivedFilesFor(viewer).AsNoTracking().OrderByDescending(one => one.OpenedAt).Take(50).ToListAsync(stop);

    public async Task<ReceivedView?> OneAsync(Viewer viewer, RandomReference reference, CancellationToken stop)
    {
        if (await store.ReceivedFilesFor(viewer).AsNoTracking().SingleOrDefaultAsync(one => one.Reference == reference, stop) is not { } received) return null;
        var package = received.Content is null ? null : seal.Open<ChildPackage>(received.Id, received.Content);
        var receipt = received.Receipt is null ? null : seal.OpenBytes(received.Id, received.Receipt) is { } code ? Encoding.UTF8.GetString(code) : null;
        return new ReceivedView(received, package, received.State is ReceivedState.TakenIn ? receipt : null, package is null ? null : await MatchAsync(viewer, received.Org, package.Child, stop));
    }

    /// <summary>Who of the school's pupils it may be; never a child whose file the viewer does not open.</summary>
    public async Task<Match> MatchAsync(Viewer viewer, Guid school, PackedChild child, CancellationToken stop)
    {
        var near = await files.NearAsync(viewer, stop);
        var (sure, asked) = new MatchPupils(await pupils.OfAsync(school, stop)).Of(new NamedPupil(child.Number, null, child.GivenName, child.FamilyName, child.BornOn));
        return new Match(sure is not null && near.Contains(sure.PersonId) ? null : sure, [.. asked.Where(one => !near.Contains(one.PersonId))]);
    }
}

/// <param name="Receipt">Known once it was taken in: it says that it has arrived.</param>
internal sealed record ReceivedView(ReceivedFile File, ChildPackage? Package, string? Receipt, Match? Match);
