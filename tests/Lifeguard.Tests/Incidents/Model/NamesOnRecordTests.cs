using Lifeguard.Incidents.Pages.Incidents.AskTechnician;

namespace Lifeguard.Tests.Incidents.Model;

public sealed class NamesOnRecordTests
{
    [Theory]
    [InlineData("https://video.example.org/user/oliviahart", true)]
    [InlineData("HARTLEY'S laptop", false)]
    [InlineData("Hart's phone", true)]
    [InlineData("olivia_2013", true)]
    [InlineData("the o'neill tablet", true)]
    [InlineData("JOSE phone", true)]
    [InlineData("Laptop 14, charging trolley 2", false)]
    [InlineData("https://games.example.org/room/77", false)]
    [InlineData("job centre computer", false)]
    [InlineData("", false)]
    public void Words_ThatNameSomebody_AreFound(string text, bool found)
    {
        var names = new NamesOnRecord(["Olivia Hart", "Jo O’Neill", "José Pérez"]);

        names.AreIn(text).ShouldBe(found);
    }
}
