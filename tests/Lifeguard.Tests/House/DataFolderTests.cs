using Lifeguard.Storage;
using Microsoft.Extensions.Configuration;

namespace Lifeguard.Tests.House;

public sealed class DataFolderTests
{
    [Theory]
    [InlineData()]
    [InlineData("--Lifeguard:Data=")]
    public void House_WithoutADataFolder_DoesNotStart_AndSaysWhatIsMissing(params string[] settings)
    {
        var fault = Should.Throw<InvalidOperationException>(() => Lifeguard.Web.Hosting.House.Build(["--Lifeguard:NoJobs=true", "--ConnectionStrings:App=Host=/nowhere", .. settings]));

        fault.Message.ShouldContain("Lifeguard__Data");
    }

    [Fact]
    public void DataFolder_NamedFromWhereOneStands_StaysThatFolder()
    {
        var data = DataFolder.From(new ConfigurationBuilder().AddInMemoryCollection([new("Lifeguard:Data", "somewhere")]).Build());

        data.At("mail").ShouldBe(Path.Combine(Directory.GetCurrentDirectory(), "somewhere", "mail"));
    }
}
