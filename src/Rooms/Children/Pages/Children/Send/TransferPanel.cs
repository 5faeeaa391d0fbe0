using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Pages.Children.Send;

/// <summary>Files that must go to the next school, and those that nobody there has confirmed. Named by their day alone.</summary>
internal sealed class TransferPanel(Store store, FilesInReach files, TimeProvider clock) : IHomePanel
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Waiting>> WaitingForAsync(Viewer viewer, CancellationToken stop)
    {
        if (!viewer.May(ChildrenPermissions.Files)) return [];

        var open = await (from transfer in store.Set<FileTransfer>().AsNoTracking()
                          where transfer.State == TransferState.Open || transfer.State == TransferState.Made
                          join file in await files.ForAsync(viewer, stop) on transfer.FileId equals file.Id
                          orderby transfer.DueAt
                          select new { transfer.State, transfer.DueAt, file.Reference }).ToListAsync(stop);
        var now = clock.GetUtcNow();
        List<Waiting> waiting = [.. open.Take(Most).Select(one => new Waiting(
            one.State is TransferState.Made ? $"A child's file was sent, and nobody has confirmed it: due {UkTime.InWords(UkTime.DateOf(one.DueAt))}" : $"Send a child's file to the next school by {UkTime.InWords(UkTime.DateOf(one.DueAt))}",
            Links.File(one.Reference, "send"), one.DueAt < now ? WaitingUrgency.Overdue : UkTime.DateOf(one.DueAt) == UkTime.DateOf(now) ? WaitingUrgency.Today : WaitingUrgency.Open, one.DueAt))];
        if (open.Count > Most) waiting.Add(new Waiting($"{open.Count - Most} more files to send", Links.Children, open[Most].DueAt < now ? WaitingUrgency.Overdue : WaitingUrgency.Open));
        return waiting;
    }
}
