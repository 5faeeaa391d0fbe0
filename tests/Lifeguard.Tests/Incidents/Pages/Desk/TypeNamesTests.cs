using Lifeguard.Incidents.Pages.Incidents.Search;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Tests.Incidents.Pages.DeskList;

public sealed class TypeNamesTests
{
    [Theory]
    [InlineData("sharing a device", true)]
    [InlineData("device", true)]
    [InlineData("devic", true)]
    [InlineData("Dev", false)]
    [InlineData("cyberbullying", true)]
    [InlineData("cyber bullying", true)]
    [InlineData("VPN", true)]
    [InlineData("Amy device", false)]
    [InlineData(" - ", false)]
    public void Fit_TakesNamesOfTheType_AndNoPieceOfOne(string typed, bool fits) => TypeNames.Fit(Type, typed).ShouldBe(fits);

    private static readonly IncidentType Type = new()
    {
        Key = "device",
        Label = "Sharing a device",
        Standard = "other",
        AlsoCalled = ["cyber-bullying", "VPN"],
        Cells = [],
        Imagery = false,
        Immediate = false,
        NeverDo = [],
        Source = "Test",
        CheckedOn = new DateOnly(2026, 11, 20),
    };
}
