using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Tests.House;

/// <summary>What a proxy says of a request counts when it is one that was named, and from nobody else.</summary>
public sealed class TrustedProxyTests
{
    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("10.0.0.6", true)]
    [InlineData("10.0.0.7", false)]
    public async Task OnlyNamedProxies_AreBelieved(string from, bool believed)
    {
        await using var app = Build("10.0.0.5, 10.0.0.6");
        await app.StartAsync(TestContext.Current.CancellationToken);

        var context = await AskAsync(app, from);

        (context.Response.Headers.StrictTransportSecurity.Count > 0).ShouldBe(believed);
        context.Connection.RemoteIpAddress.ShouldBe(IPAddress.Parse(believed ? "192.0.2.33" : from));
    }

    [Fact]
    public async Task WithoutNamedProxies_NobodyIsBelieved()
    {
        await using var app = Build(null);
        await app.StartAsync(TestContext.Current.CancellationToken);

        (await AskAsync(app, "127.0.0.1")).Connection.RemoteIpAddress.ShouldBe(IPAddress.Loopback);
    }

    [Fact]
    public void ANameInPlaceOfAnAddress_StopsTheStart()
    {
        Should.Throw<InvalidOperationException>(() => Build("proxy.school.example")).Message.ShouldContain("is no address");
    }

    private static Task<Microsoft.AspNetCore.Http.HttpContext> AskAsync(WebApplication app, string from) => app.GetTestServer().SendAsync(context =>
    {
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Path = "/health";
        context.Request.Headers["X-Forwarded-Proto"] = "https";
        // The last is what the proxy saw; the first is what a stranger told it.
        context.Request.Headers["X-Forwarded-For"] = "198.51.100.1, 192.0.2.33";
    }, TestContext.Current.CancellationToken);

    private static WebApplication Build(string? proxies) => Lifeguard.Web.Hosting.House.Build(
        ["--Lifeguard:NoJobs=true", "--ConnectionStrings:App=Host=/nowhere", $"--Lifeguard:Data={Path.GetTempPath()}", .. proxies is null ? Array.Empty<string>() : [$"--Lifeguard:TrustedProxies={proxies}"]],
        builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
        });
}
