using Lifeguard.Tests.House;
using Lifeguard.Ui;

namespace Lifeguard.Tests.Upkeep;

/// <summary>What a proxy shows when no copy of the site answers.</summary>
public sealed class ProxyPageTests
{
    [Fact]
    public async Task Page_HasEveryNumberToRing_AndNeedsNothingElse()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "scripts/proxy/unreachable.html"), TestContext.Current.CancellationToken);

        HelpContact.Always.ShouldNotBeEmpty();
        foreach (var contact in HelpContact.Always)
        {
            page.ShouldContain(contact.Number);
            page.ShouldContain($"href=\"{contact.Dial}\"");
        }

        page.ShouldNotContain("http");
        page.ShouldNotContain("<link");
        page.ShouldNotContain("<script");
    }
}
