using Lifeguard.Custody.Model;
using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Custody.Pages.Custody.Items;

/// <summary>One item: what it is, where it lies, who held it, and what may be done with it now.</summary>
[Needs(CustodyPermissions.Keep)]
internal sealed class ShowModel(ItemPages pages, FindChain findChain, FindHistory findHistory, TimeProvider clock) : ItemPage(pages, clock)
{
    public IReadOnlyList<Handover> Chain { get; private set; } = [];

    public IReadOnlyList<Access> Accesses { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    protected override async Task<bool> LoadItemAsync(CancellationToken stop)
    {
        (Chain, Accesses) = (await findChain.HandoversAsync(Item.Id, stop), await findChain.AccessesAsync(Item.Id, stop));
        History = await findHistory.OfAsync(Item.Ref, Leads, stop);
        return true;
    }
}
