using Lifeguard.Custody.Pages.Custody.Shared;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Custody.Pages.Custody.Register;

/// <summary>The register of a school: custody, confiscations and searches, with what is overdue.</summary>
[Needs(CustodyPermissions.Register)]
internal sealed class IndexModel(FindSchools findSchools, FindRegister findRegister, TimeProvider clock) : SchoolPage(findSchools, clock)
{
    public SchoolRegister Register { get; private set; } = new([], [], []);

    public bool KeepsSearchers => Viewer.May(CustodyPermissions.Searchers);

    protected override string By => CustodyPermissions.Register;

    protected override async Task<bool> LoadSchoolAsync(OrganisationCard school, CancellationToken stop)
    {
        Register = await findRegister.OfAsync(Viewer, school.Id, stop);
        return true;
    }
}
