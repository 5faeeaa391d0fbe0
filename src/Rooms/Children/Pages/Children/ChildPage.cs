using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Children.Pages.Children;

/// <summary>A page of one child's file: found through the viewer, and the reading committed before anything of it is shown.</summary>
internal abstract class ChildPage(ChildPages pages) : RoomPage
{
    [FromRoute] public RandomReference Reference { get; set; }

    public ChildHeading Heading { get; private set; } = null!;

    public string Back => Links.File(Reference);

    protected ChildPages Pages => pages;

    /// <summary>How the reading is noted, in one word.</summary>
    protected virtual string How => "opened";

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await pages.HeadingAsync(Viewer, Reference, stop) is not { } heading) return false;

        Heading = heading;
        if (!await IsThereAsync(stop)) return false;
        if (HttpMethods.IsGet(Request.Method)) await pages.NoteReadingAsync(Viewer, heading.File, How, stop);
        return await LoadFileAsync(stop);
    }

    /// <summary>Whether the part of the file that the address names is there; asked before the reading, and shows nothing.</summary>
    protected virtual Task<bool> IsThereAsync(CancellationToken stop) => Task.FromResult(true);

    /// <summary>What the page shows.</summary>
    protected virtual Task<bool> LoadFileAsync(CancellationToken stop) => Task.FromResult(true);
}
