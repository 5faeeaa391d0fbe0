using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Organisation.Pages.Organisation.Twins;

[Needs(OrganisationPermissions.People)]
internal sealed class IndexModel(FindTwins findTwins, JoinRecords joinRecords, TimeProvider clock) : RoomPage
{
    [BindProperty] public Guid Kept { get; set; }

    [BindProperty] public Guid Other { get; set; }

    [BindProperty] public Guid Merge { get; set; }

    public IReadOnlyList<TwinPair> Probable { get; private set; } = [];

    public IReadOnlyList<MergeLine> Joined { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Probable = await findTwins.ProbableAsync(Viewer, stop);
        Joined = await findTwins.JoinedAsync(Viewer, stop);
        return true;
    }

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken stop) =>
        Answer(await joinRecords.RunAsync(Viewer, Kept, Other, stop), () => RedirectWithBanner(Links.Twins, "Joined. It stands below and can be undone."));

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken stop) =>
        Answer(await joinRecords.UndoAsync(Viewer, Merge, stop), () => RedirectWithBanner(Links.Twins, "Undone. They are two people again."));
}
