using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Send;

/// <summary>Transfers of one file, newest first. Asked for a file that was found through the viewer.</summary>
internal sealed class FindTransfers(Store store, FileSeal seal)
{
    public async Task<IReadOnlyList<TransferView>> OfAsync(Guid file, CancellationToken stop)
    {
        // Without the package, which may be large.
        var rows = await store.Set<FileTransfer>().AsNoTracking().Where(one => one.FileId == file).OrderByDescending(one => one.StartedAt)
            .Select(one => new { one.Id, one.State, one.StateAt, one.LeftOn, one.StartedAt, one.DueAt, one.Words, one.PackageSum, one.MadeAt, one.MadeByName }).ToListAsync(stop);
        return [.. rows.Select(one => new TransferView(one.Id, one.State, one.StateAt, one.LeftOn, one.StartedAt, one.DueAt, one.Words is null ? null : seal.Open<TransferWords>(one.Id, one.Words), one.PackageSum, one.MadeAt, one.MadeByName))];
    }
}

internal sealed record TransferView(Guid Id, TransferState State, DateTimeOffset StateAt, DateOnly LeftOn, DateTimeOffset StartedAt, DateTimeOffset DueAt, TransferWords? Words, string? PackageSum, DateTimeOffset? MadeAt, string? MadeByName)
{
    public bool IsOpen => State is TransferState.Open or TransferState.Made;
}
