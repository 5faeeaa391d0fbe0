using Lifeguard.Ui.Rooms;

namespace Lifeguard.Organisation.Pages.Organisation.Imports;

[Needs(OrganisationPermissions.People)]
internal sealed class IndexModel(FindImports findImports, TimeProvider clock) : RoomPage
{
    public IReadOnlyList<ImportLine> Imports { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Imports = await findImports.AllAsync(Viewer, stop);
        return true;
    }
}
