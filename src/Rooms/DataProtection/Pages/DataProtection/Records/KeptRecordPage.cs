using Lifeguard.DataProtection.Contracts;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.DataProtection.Pages.DataProtection.Records;

/// <summary>
/// For how long one record is kept, found through the room that keeps it: for whoever decides about it where the room has no page of its
/// own, and for whoever watches over what is kept and opens nothing.
/// </summary>
internal abstract class KeptRecordPage(FindReview find, IRetention retention, Store store, TimeProvider clock) : RoomPage
{
    [FromRoute(Name = "record")] public Guid Key { get; set; }

    public ReviewRow Row { get; private set; } = null!;

    public KeptState State { get; private set; } = null!;

    public Guid Me => Viewer.IdentityId;

    /// <summary>This viewer's desk decides, and here.</summary>
    public bool Decides => Row.Record.DecideAt == Here;

    public string Here => KeptRecord.PageOf(Key);

    protected DateOnly Today => UkTime.DateOf(clock.GetUtcNow());

    protected IRetention Retention => retention;

    protected bool Watches => Viewer.May(DataProtectionPermissions.Watch);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await find.OneAsync(Viewer, Key, stop) is not { } row) return false;
        Row = row;
        State = await retention.StateAsync(row.Record, stop);
        if (!IsTheirs) return false;
        // Whoever may read the record can see who has learned of it here.
        if (HttpMethods.IsGet(Request.Method))
            await store.CommitAsync(Deed(), new ListRead(new RecordRef("list", row.Record.Org), "retention", [row.Record.Ref.Id]), stop);
        return true;
    }

    protected abstract bool IsTheirs { get; }

    protected Deed Deed(string? why = null) => Viewer.Deed(Row.Record.Org, clock.GetUtcNow(), why);
}
