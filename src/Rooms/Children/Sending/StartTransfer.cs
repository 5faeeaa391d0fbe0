using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Storage;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Children.Sending;

/// <summary>
/// Lets the clock run in which a file goes to the next school: five school days for a child who leaves in the year, and so the first five
/// days of the new term for one who leaves at its end (KCSIE). The same steps when the roster says that the child has left and when the team does.
/// </summary>
internal sealed class StartTransfer(Store store, IDuties duties, IWorkingTime workingTime, Team team)
{
    public const int SchoolDays = 5;

    // Reminds everybody who keeps the file when the day has passed, and once more after a school day.
    private const string Chain = "day-passed";

    /// <summary>Prepared for the caller's commit; the news of it, or null when the file is on its way already.</summary>
    public async Task<FileTransferStarted?> PrepareAsync(ChildFile file, DateOnly leftOn, Deed deed, CancellationToken stop)
    {
        if (await store.Set<FileTransfer>().AnyAsync(one => one.FileId == file.Id && (one.State == TransferState.Open || one.State == TransferState.Made), stop)) return null;

        var due = DueAfter(await workingTime.ForAsync(file.Org, stop), leftOn);
        var transfer = FileTransfer.Start(file, leftOn, due, deed.At);
        store.Add(transfer);
        await duties.OpenAsync(new DutyToOpen
        {
            Record = file.Ref,
            Key = transfer.DutyKey,
            Asks = "Send a child's file to the next school",
            Holders = [.. (await team.OfAsync(file, stop)).Select(one => DutyHolder.Person(one.IdentityId))],
            DueAt = due,
            Chain = Chain,
        }, deed with { Organisation = file.Org }, stop);
        return new FileTransferStarted(file.Ref, transfer.Id, leftOn, due);
    }

    public static DateTimeOffset DueAfter(SchoolCalendar calendar, DateOnly leftOn) =>
        SchoolCalendar.EndOf(UkTime.DateOf(calendar.AfterSchoolDays(UkTime.First(leftOn.ToDateTime(new TimeOnly(12, 0))), SchoolDays)));
}
