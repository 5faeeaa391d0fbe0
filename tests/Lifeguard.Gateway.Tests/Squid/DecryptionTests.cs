using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Lifeguard.Gateway.Commands;
using Lifeguard.Gateway.Tests.Lab;

namespace Lifeguard.Gateway.Tests.Squid;

/// <summary>With decryption: the filter sees pages within tunnels, and what is never decrypted stays as it is.</summary>
public sealed class DecryptionTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-ca-").FullName;
    private readonly ScriptedIcap _icap;
    private readonly SquidLab _lab;
    private volatile string _blocked = "blocked.test";

    public DecryptionTests()
    {
        MakeAuthority.Run(_folder, "A school", TimeProvider.System, TextWriter.Null, TextWriter.Null).ShouldBe(0);
        File.WriteAllText(Path.Combine(_folder, "never.txt"), "bank.test\n");
        _icap = new ScriptedIcap { Judge = (icap, http) => !http.StartsWith("CONNECT", StringComparison.Ordinal) && http.Contains($"https://{_blocked}", StringComparison.Ordinal) ? "HTTP/1.1 403 Forbidden\r\nX-Judged: yes\r\nContent-Length: 0\r\n\r\n" : null };
        _lab = new SquidLab([_icap.Port], change: settings => settings with { Decryption = new() { Authority = Path.Combine(_folder, MakeAuthority.Whole), Never = Path.Combine(_folder, "never.txt") } });
    }

    public async ValueTask InitializeAsync() => await _lab.StartAsync();

    public ValueTask DisposeAsync()
    {
        _lab.Dispose();
        _icap.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task APageWithinATunnel_IsJudged_AndABankIsLeftAlone()
    {
        var (page, issuer) = await AskAsync("good.test", "good.test", "/inside");
        page.ShouldContain("the origin answers https://good.test/inside", customMessage: _lab.Log());
        issuer.ShouldContain("A school web filter");
        (await AskAsync("blocked.test", "blocked.test", "/")).Page.ShouldContain("X-Judged");
        _lab.Origin.Arrived.ShouldNotContain(one => one.Contains("GET https://blocked.test", StringComparison.Ordinal));

        var (bank, own) = await AskAsync("bank.test", "bank.test", "/account");
        bank.ShouldContain("the origin answers https://bank.test/account");
        own.ShouldContain("Authority of the laboratory");
        _icap.Shown.ShouldNotContain(shown => shown.Contains("/account", StringComparison.Ordinal));

        // A bank's name in the hello alone hides nothing.
        (await AskAsync("blocked.test", "bank.test", "/")).Issuer.ShouldNotContain("Authority of the laboratory");
        _lab.Origin.Arrived.ShouldNotContain(one => one.Contains("GET https://blocked.test", StringComparison.Ordinal));
    }

    /// <summary>Domain fronting: the tunnel and the hello say a fine name, the page within another. Only decryption sees it.</summary>
    [Fact]
    public async Task AnotherNameWithin_IsJudgedByItself()
    {
        var (page, _) = await AskAsync("good.test", "good.test", "/", host: "blocked.test");

        page.ShouldNotContain("the origin answers https://blocked.test");
        _lab.Origin.Arrived.ShouldNotContain(one => one.Contains("GET https://blocked.test", StringComparison.Ordinal));
    }

    [Fact]
    public void TheKey_IsForItsOwnerAlone_AndIsNotMadeTwice()
    {
        File.GetUnixFileMode(Path.Combine(_folder, MakeAuthority.Whole)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.ReadAllText(Path.Combine(_folder, MakeAuthority.Installable)).ShouldNotContain("PRIVATE");
        MakeAuthority.Run(_folder, "A school", TimeProvider.System, TextWriter.Null, TextWriter.Null).ShouldBe(2);
    }

    private async Task<(string Page, string Issuer)> AskAsync(string tunnel, string name, string path, string? host = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(System.Net.IPAddress.Loopback, _lab.Pupils);
        var stream = client.GetStream();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT {tunnel}:443 HTTP/1.1\r\nHost: {tunnel}:443\r\n\r\n"), enough.Token);
        var head = await PlainWire.ReadHeadAsync(stream, enough.Token) ?? "";
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) return (head, "");
        try
        {
            await using var secure = new SslStream(stream, false, (_, certificate, _, _) => certificate is not null);
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = name }, enough.Token);
            var issuer = ((X509Certificate2)secure.RemoteCertificate!).Issuer;
            await secure.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host ?? tunnel}\r\nConnection: close\r\n\r\n"), enough.Token);
            using var reader = new StreamReader(secure);
            return (await reader.ReadToEndAsync(enough.Token), issuer);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            return ("", "");
        }
    }
}
