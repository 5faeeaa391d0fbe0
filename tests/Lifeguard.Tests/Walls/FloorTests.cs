namespace Lifeguard.Tests.Walls;

public sealed class FloorTests
{
    [Fact]
    public void Rooms_AreFoundOnTheDisk_AndAllHaveAFloorAndAPlaceInTheHouse()
    {
        var inTheHouse = Lifeguard.Web.Rooms.All.Select(room => room.Name).Order(StringComparer.Ordinal);

        Floors.Rooms.ShouldNotBeEmpty();
        Floors.Rooms.ShouldAllBe(room => Floors.OfProjects.ContainsKey(room));
        inTheHouse.ShouldBe(Floors.Rooms);
    }

    [Fact]
    public void References_LeadDownwardsOnly()
    {
        var projects = Floors.Rooms.Concat(["Kernel", "Storage", "Ui"]).ToList();

        var faults = projects.SelectMany(project => Floors.Faults(project, Floors.NamedBy(project)).Concat(Floors.Faults(project, Floors.UsedBy(project))));

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Verifier_UsesNothingOfTheHouse()
    {
        // It reads the journal a second time, by the written format alone.
        typeof(Lifeguard.Verifier.EntryPoint).Assembly.GetReferencedAssemblies().Select(one => one.Name!).ShouldAllBe(name => !name.StartsWith("Lifeguard", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Access", "Duties", "the same floor")]
    [InlineData("Organisation", "Incidents", "upwards")]
    [InlineData("Kernel", "Storage", "upwards")]
    [InlineData("Incidents", "Web", "a project without a floor")]
    public void Detector_SeesAReference(string from, string to, string because)
    {
        Floors.Faults(from, [to]).ShouldHaveSingleItem(because);
    }

    [Fact]
    public void Detector_LetsADownwardReferencePass()
    {
        Floors.Faults("Incidents", ["Kernel", "Duties"]).ShouldBeEmpty();
        Floors.NamedBy("Incidents").ShouldContain("Duties");
        Floors.UsedBy("Incidents").ShouldContain("Kernel");
    }
}
