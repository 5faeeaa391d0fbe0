using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>One item's custody sheet on paper, to go with it.</summary>
[Needs(CustodyPermissions.Keep), StepUp]
internal sealed class SheetModel(ItemPages pages, FindChain findChain, FindHistory findHistory, IOrganisations organisations, TimeProvider clock) : ItemPage(pages, clock)
{
    public IReadOnlyList<Handover> Chain { get; private set; } = [];

    public IReadOnlyList<Access> Accesses { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string School { get; private set; } = "";

    public string PrintedBy => Viewer.Name;

    protected override bool ForLeads => true;

    protected override string How => "printed";

    protected override async Task<bool> LoadItemAsync(CancellationToken stop)
    {
        (Chain, Accesses) = (await findChain.HandoversAsync(Item.Id, stop), await findChain.AccessesAsync(Item.Id, stop));
        History = await findHistory.OfAsync(Item.Ref, whole: true, stop);
        School = (await organisations.GetAsync(Item.Org, stop))?.Name ?? "";
        return true;
    }
}
