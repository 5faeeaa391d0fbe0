using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Lifeguard.Gateway.Squid;
using Lifeguard.Tests.Shared;

namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>
/// A real Squid with the configuration that we write, in a world of its own: one server stands for all websites, names come from a file.
/// </summary>
internal sealed class SquidLab : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-lab-").FullName;
    private Process? _squid;
    private Leash? _leash;

    /// <param name="gateways">The ports of the filters.</param>
    public SquidLab(IReadOnlyList<int> gateways, bool staffOpens = false, Func<SquidSettings, SquidSettings>? change = null)
    {
        Program = new[] { "/usr/sbin/squid", "/usr/local/sbin/squid" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Squid is missing, so nothing here can be tested. Install it: scripts/needs.sh gate");
        Pupils = FreePorts.Next();
        Staff = FreePorts.Next();
        // Squid works as another user, who must be able to reach its files.
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        File.WriteAllLines(Beside("hosts"), Names());
        File.WriteAllText(Beside("sealed.txt"), "# closed for everybody\nsealed.test\ngood.test/sealed/page\n");
        File.WriteAllText(Beside("helplines.txt"), "helpline.test\n");
        File.WriteAllText(Beside("websites.pem"), Origin.AuthorityAsPem);
        foreach (var file in new[] { "hosts", "websites.pem" }) File.SetUnixFileMode(Beside(file), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        var settings = new SquidSettings
        {
            Name = $"lab{RandomNumberGenerator.GetHexString(8)}",
            Folder = Beside("squid"),
            User = Environment.IsPrivilegedProcess ? "proxy" : Environment.UserName,
            Pupils = new() { Listen = [$"127.0.0.1:{Pupils}"] },
            Staff = new() { Listen = [$"127.0.0.1:{Staff}"], WhenGateFails = staffOpens ? WhenGateFails.Open : WhenGateFails.Closed },
            Gateways = [.. gateways.Select(port => $"127.0.0.1:{port}")],
            SealedList = Beside("sealed.txt"),
            Helplines = Beside("helplines.txt"),
            Laboratory = new(Beside("hosts"), "127.0.0.1", Origin.Port, Beside("websites.pem")),
        };
        Settings = change is null ? settings : change(settings);
        Files = new SquidFiles(Settings.Folder);
        SquidSettingsFaults.Of(Settings).ShouldBeEmpty();
        SquidFolder.Write(Settings, TimeProvider.System).ShouldBeEmpty();
    }

    public Origin Origin { get; } = new();
    public SquidSettings Settings { get; }
    public SquidFiles Files { get; }
    public int Pupils { get; }
    public int Staff { get; }
    private string Program { get; }

    public string Beside(string name) => Path.Combine(_folder, name);

    public async Task StartAsync()
    {
        _squid = Process.Start(new ProcessStartInfo(Program, ["-N", "-n", Settings.Name, "-f", Files.Configuration]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        _ = _squid.StandardOutput.ReadToEndAsync();
        var said = _squid.StandardError.ReadToEndAsync();
        _leash = Leash.On(_squid.Id);
        for (var tries = 0; !IsTaken(Pupils) || !IsTaken(Staff); tries++)
        {
            if (_squid.HasExited) throw new InvalidOperationException($"Squid ended with {_squid.ExitCode}: {await said}{Log()}");
            if (tries > 1500) throw new InvalidOperationException($"Squid does not come up: {Log()}");
            await Task.Delay(20);
        }
    }

    /// <summary>Reads its configuration again, as after a change.</summary>
    public void Reload() => Signal("HUP");

    public void Kill() => End("KILL");

    public void Stop() => End("TERM");

    public string Log() => File.Exists(Files.CacheLog) ? File.ReadAllText(Files.CacheLog) : "";

    public void Dispose()
    {
        if (_squid is not null) End("KILL");
        Origin.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void End(string signal)
    {
        if (_squid is { HasExited: false })
        {
            Signal(signal);
            _squid.WaitForExit();
        }

        _leash?.Dispose();
        _squid?.Dispose();
        (_squid, _leash) = (null, null);
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _squid!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static bool IsTaken(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Names that the tables of tests use, at addresses that are kept for documentation and lead nowhere.</summary>
    private static IEnumerable<string> Names()
    {
        yield return "10.0.0.66 rebind.test";
        yield return "127.0.0.66 loop.test";
        string[] names =
        [
            "blocked.test", "www.blocked.test", "a.b.c.blocked.test", "notblocked.test", "blocked.test.good.test", "good.test", "blo_cked.test", "xn--blcked-xxa.test", "xn--blked-kyev.test",
            "xn--blcked-j0e.test", "xn--fa-hia.test", "10.0.0.1.nip.test", "front.test", "doh.test", "proxy.test", "remote.test", "mirror.test", "viewer.test", "images.test", "short.test", "unknown.test",
            "translate.google.com", "blocked-test.translate.goog", "not--blocked-test.translate.goog", "web.archive.org", "blocked-test.cdn.ampproject.org", "webcache.googleusercontent.com",
            "www.google.com", "www.google.de", "www.bing.com", "sealed.test", "www.sealed.test", "helpline.test", "www.helpline.test", "bank.test", "other.test",
        ];
        for (var index = 0; index < names.Length; index++) yield return $"198.51.100.{index + 1} {names[index]}";
    }
}
