using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Lifeguard.Gateway.Tests.Live;

public sealed class StartTests
{
    [Fact]
    public async Task FirstPolicyThatIsWrong_StopsTheProcess_WithEachFault()
    {
        var folder = SmallGate.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "policy.yml"), SmallGate.Yaml.Replace("lowest level: youngest", "lowest level: nobody", StringComparison.Ordinal).Replace("title: Games,", "titel: Games,", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        using var errors = new StringWriter();

        (await GatewayHost.ServeAsync([$"--Gateway:Folder={folder}"], errors)).ShouldBe(1);

        errors.ToString().ShouldContain("policy.yml, line 3");
        errors.ToString().ShouldContain("titel");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Settings_NameEachFault()
    {
        Read(("Folder", "/not/there"), ("Icap", "everywhere"), ("Site", "nowhere"), ("Probes:0:Proxy", "http://127.0.0.1:1"), out var faults).ShouldBeNull();
        faults.Count.ShouldBe(4);

        Read(("Folder", Path.GetTempPath()), ("Icap", "127.0.0.1:4000"), ("Site", "https://site.test/"), ("Name", "second"), out faults).ShouldNotBeNull().Icap.Port.ShouldBe(4000);
        faults.ShouldBeEmpty();
    }

    private static GatewaySettings? Read((string, string) one, (string, string) two, (string, string) three, (string, string) four, out IReadOnlyList<string> faults) => GatewaySettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new[] { one, two, three, four }.Select(pair => new KeyValuePair<string, string?>("Gateway:" + pair.Item1, pair.Item2))).Build(), out faults);
}
