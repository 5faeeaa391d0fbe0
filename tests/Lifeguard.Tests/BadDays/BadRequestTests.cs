using System.Net;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Shared;

namespace Lifeguard.Tests.BadDays;

/// <summary>What no page takes: answered with our own page, by the real server, which stays well.</summary>
public sealed class BadRequestTests(World world) : IClassFixture<World>, IAsyncLifetime
{
    private SiteProcess _site = null!;
    private HttpClient _client = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await SiteProcess.StartAsync(world.Database.App, world.Database.Data, FreePorts.Next());
        _client = new HttpClient(new PlainCookies()) { BaseAddress = _site.Address };
        _browser = new Browser(_client);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task TwentyMegabytes_AreTooMuch_AndThePageIsOurs()
    {
        var school = await world.SchoolAsync();
        var teacher = await world.PersonAsync(school, "Priya Nandakumar", PersonKind.Staff, Role.Teacher);
        var big = new string('a', 20 * 1024 * 1024);

        var stranger = await SendAsync(HttpMethod.Post, "/sign-in", big);
        await _browser.SignInAsync(teacher.Email);
        var signedIn = await SendAsync(HttpMethod.Post, "/desk", big);

        stranger.ShouldBeOurs(HttpStatusCode.RequestEntityTooLarge);
        signedIn.ShouldBeOurs(HttpStatusCode.RequestEntityTooLarge);
        (await _browser.GetAsync("/home")).Heading.ShouldBe("What waits for you");
    }

    [Fact]
    public async Task TenMegabytesInOneField_AreRefusedByThePageItself_AndTheSiteStaysWell()
    {
        var page = await _browser.GetAsync("/sign-in");

        var answer = await page.SubmitAsync(form => form.Set("Email", new string('a', 10 * 1024 * 1024)).Set("Password", Someone.Password));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Errors.ShouldNotBeEmpty();
        (await _client.GetAsync("/ready", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task FormWithoutItsToken_IsRefused_AndThePageIsOurs()
    {
        var answer = await SendAsync(HttpMethod.Post, "/sign-in", "a");

        answer.ShouldBeOurs(HttpStatusCode.BadRequest);
        answer.Heading.ShouldBe("The page was too old");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("NONSENSE")]
    public async Task OtherMethods_AreRefused_AndThePageIsOurs(string method)
    {
        var answer = await SendAsync(new HttpMethod(method), "/sign-in", "a");

        answer.ShouldBeOurs(HttpStatusCode.MethodNotAllowed);
        answer.Response.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST"]);
    }

    private async Task<PageSeen> SendAsync(HttpMethod method, string path, string value)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent("Email=" + value, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded") };
        var response = await _client.SendAsync(request);
        return new PageSeen(_browser, response, new Uri(_site.Address, path), await response.Content.ReadAsStringAsync());
    }
}
