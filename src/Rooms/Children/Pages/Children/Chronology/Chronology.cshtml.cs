using Lifeguard.Ui.Rooms;

namespace Lifeguard.Children.Pages.Children.Chronology;

/// <summary>Everything that was ever recorded about a child, by date.</summary>
[Needs(ChildrenPermissions.Files)]
internal sealed class ChronologyModel(ChildPages pages, FindEntries findEntries) : ChildPage(pages)
{
    public IReadOnlyList<ChronologyItem> Items { get; private set; } = [];

    protected override async Task<bool> LoadFileAsync(CancellationToken stop)
    {
        Items = await findEntries.OfAsync(Viewer, Heading, stop);
        return true;
    }
}
