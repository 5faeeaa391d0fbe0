using Lifeguard.Ui.Rooms;

namespace Lifeguard.Children.Pages.Children.Import;

[Needs(ChildrenPermissions.Files)]
internal sealed class IndexModel(FindExports findExports) : RoomPage
{
    public IReadOnlyList<ExportView> Imports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Imports = await findExports.AllAsync(Viewer, stop);
}
