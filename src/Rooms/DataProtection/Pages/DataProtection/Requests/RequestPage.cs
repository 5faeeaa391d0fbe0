using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>A page about one request, for whoever works on it.</summary>
internal abstract class RequestPage(Store store, IPlaces places) : RoomPage
{
    [FromRoute(Name = "request")] public RandomReference Reference { get; set; }

    public PersonRequest Asked { get; private set; } = null!;

    public IReadOnlyList<RequestPart> Parts { get; private set; } = [];

    public bool IsLookedThrough => Parts.All(part => part.FinishedAt is not null);

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var mine = await places.OpenAsync(Viewer, DataProtectionPermissions.Requests, stop);
        if (await store.RequestsFor(Viewer, mine).AsNoTracking().SingleOrDefaultAsync(one => one.Reference == Reference, stop) is not { } request) return false;
        Asked = request;
        Parts = await store.Set<RequestPart>().AsNoTracking().Where(part => part.RequestId == request.Id).OrderBy(part => part.DeskName).ThenBy(part => part.Id).ToListAsync(stop);
        return await LoadRequestAsync(stop);
    }

    protected virtual Task<bool> LoadRequestAsync(CancellationToken stop) => Task.FromResult(true);
}
