using System.Reflection;
using System.Runtime.CompilerServices;
using Lifeguard.Incidents;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Ui.Rooms;

namespace Lifeguard.Tests.Walls;

/// <summary>What a room shows of itself: its doors, its commands and its module class.</summary>
public sealed class DoorTests
{
    public static TheoryData<string> Rooms() => [.. Floors.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void PublicTypes_AreContractsCommandsOrTheModule(string room)
    {
        Faults(room, Floors.AssemblyOf(room).GetExportedTypes()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void InnerTypes_AreShownToTheTestsAlone(string room)
    {
        var shownTo = Floors.AssemblyOf(room).GetCustomAttributes<InternalsVisibleToAttribute>().Select(one => one.AssemblyName);

        shownTo.ShouldBeSubsetOf(["Lifeguard.Tests"]);
    }

    [Fact]
    public void Detector_SeesAPublicTypeBesideTheDoors()
    {
        Faults("Tests", [typeof(DoorTests)]).ShouldHaveSingleItem();
        Faults("Incidents", [typeof(NoteAdded), typeof(IncidentsModule)]).ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(string room, IEnumerable<Type> types) => types
        .Where(type => !InFolder(type, room, "Contracts") && !InFolder(type, room, "Commands") && !typeof(IModule).IsAssignableFrom(type))
        .Select(type => type.FullName!);

    private static bool InFolder(Type type, string room, string folder) =>
        type.Namespace == $"Lifeguard.{room}.{folder}" || type.Namespace?.StartsWith($"Lifeguard.{room}.{folder}.", StringComparison.Ordinal) is true;
}
