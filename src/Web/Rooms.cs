using Lifeguard.Access;
using Lifeguard.Children;
using Lifeguard.Custody;
using Lifeguard.DataProtection;
using Lifeguard.Duties;
using Lifeguard.Filtering;
using Lifeguard.Incidents;
using Lifeguard.Organisation;
using Lifeguard.Reference;
using Lifeguard.Response;
using Lifeguard.Ui.Rooms;
using Lifeguard.Upkeep;

namespace Lifeguard.Web;

/// <summary>The rooms of the house, from the lowest floor up. A room that is not here is not there.</summary>
public static class Rooms
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new ReferenceModule(),
        new OrganisationModule(),
        new AccessModule(),
        new DutiesModule(),
        new UpkeepModule(),
        new DataProtectionModule(),
        new ResponseModule(),
        new ChildrenModule(),
        new CustodyModule(),
        new FilteringModule(),
        new IncidentsModule(),
    ];
}
