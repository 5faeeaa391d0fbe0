using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>Requests of people about their data, the next due first.</summary>
[Needs(DataProtectionPermissions.Requests)]
internal sealed class IndexModel(Store store, IPlaces places, TimeProvider clock) : RoomPage
{
    private const int MostAnswered = 50;

    public IReadOnlyList<PersonRequest> Open { get; private set; } = [];

    public IReadOnlyList<PersonRequest> Answered { get; private set; } = [];

    public DateOnly Today => UkTime.DateOf(clock.GetUtcNow());

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var mine = store.RequestsFor(Viewer, await places.OpenAsync(Viewer, DataProtectionPermissions.Requests, stop)).AsNoTracking();
        Open = await mine.Where(one => one.AnsweredOn == null).OrderBy(one => one.DueOn).ThenBy(one => one.Id).ToListAsync(stop);
        Answered = await mine.Where(one => one.AnsweredOn != null).OrderByDescending(one => one.AnsweredOn).ThenBy(one => one.Id).Take(MostAnswered).ToListAsync(stop);
        return true;
    }
}
