using Lifeguard.DataProtection.Model;
using Lifeguard.DataProtection.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.DataProtection.Pages.DataProtection.Kept;

/// <summary>What is kept, about whom, and where: drawn from what each room says of itself, so that nobody has to keep this page.</summary>
[Needs(DataProtectionPermissions.Kept)]
internal sealed class KeptModel(KeptCatalogue catalogue, FindRules rules) : RoomPage
{
    public IReadOnlyList<(KeptClass Class, RuleInForce? Rule)> Rows { get; private set; } = [];

    public bool SetsRules => Viewer.May(DataProtectionPermissions.Rules);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        var inForce = (await rules.OfAsync(Viewer.Home, stop)).ToDictionary(one => one.Class.Key);
        Rows = [.. catalogue.All.Select(one => (one, inForce.GetValueOrDefault(one.Key))).OrderByDescending(row => row.one.IsReviewed)];
        return true;
    }
}
