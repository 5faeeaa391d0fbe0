using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Children.Pages.Children.Chronology;

/// <summary>The chronology on paper.</summary>
[Needs(ChildrenPermissions.Files), StepUp]
internal sealed class PrintModel(ChildPages pages, FindEntries findEntries, IOrganisations organisations, TimeProvider clock) : ChildPage(pages)
{
    public IReadOnlyList<ChronologyItem> Items { get; private set; } = [];

    public string School { get; private set; } = "";

    public string PrintedBy => Viewer.Name;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected override string How => "printed";

    protected override async Task<bool> LoadFileAsync(CancellationToken stop)
    {
        Items = await findEntries.OfAsync(Viewer, Heading, stop);
        School = (await organisations.GetAsync(Heading.File.Org, stop))?.Name ?? "";
        return true;
    }
}
