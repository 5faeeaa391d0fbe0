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

    [Fact]
    public void Helplines_AreAlwaysThere()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Gateway.Answer.Helplines.Read(path, out var fault).Select(one => one.Number).ShouldBe(["999", "0800 1111"]);
        fault.ShouldBeNull();

        File.WriteAllText(path, """[{ "name": "Our counsellor", "number": "01234 567890" }, { "name": "Childline", "number": "0800 1111", "when": "x" }, { "name": null, "number": "1" }]""");
        Gateway.Answer.Helplines.Read(path, out fault).Select(one => one.Number).ShouldBe(["999", "0800 1111", "01234 567890"]);
        fault.ShouldBeNull();

        File.WriteAllText(path, "[\n{ no");
        Gateway.Answer.Helplines.Read(path, out fault).Count.ShouldBe(2);
        fault.ShouldBe("helplines.json, line 2: it cannot be read.");
        File.Delete(path);
    }

    private static GatewaySettings? Read((string, string) one, (string, string) two, (string, string) three, (string, string) four, out IReadOnlyList<string> faults) => GatewaySettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new[] { one, two, three, four }.Select(pair => new KeyValuePair<string, string?>("Gateway:" + pair.Item1, pair.Item2))).Build(), out faults);
}
