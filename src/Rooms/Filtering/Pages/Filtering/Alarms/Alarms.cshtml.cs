using Lifeguard.Filtering.Model;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Filtering.Pages.Filtering.Alarms;

/// <summary>How the web filter stands: what is wrong now and what to do first, then what was wrong and for how long.</summary>
[Needs(FilteringPermissions.Alarms)]
internal sealed class AlarmsModel(FindAlarms find, GateSettings settings, TimeProvider clock) : RoomPage
{
    // It is looked at twice a minute.
    private static readonly TimeSpan LookedWithin = TimeSpan.FromMinutes(5);

    private int _ended;

    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;

    public bool HasGate => settings.Folder is not null;

    /// <summary>Whether it is the viewer who sets things right.</summary>
    public bool Keeps => Viewer.May(FilteringPermissions.Keep);

    public IReadOnlyList<GateAlarm> Open { get; private set; } = [];

    public IReadOnlyList<GateAlarm> Ended { get; private set; } = [];

    public DateTimeOffset? LookedAt { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool IsLookedAt => Now - LookedAt < LookedWithin;

    public int Pages => Math.Max(1, (_ended + FindAlarms.PageSize - 1) / FindAlarms.PageSize);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        PageNumber = Math.Max(1, PageNumber);
        Open = await find.OpenAsync(Viewer, stop);
        (Ended, _ended) = await find.EndedAsync(Viewer, PageNumber, stop);
        LookedAt = await find.LookedAtAsync(Viewer, stop);
        return PageNumber <= Pages;
    }
}
