using System.Diagnostics;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Upkeep;

/// <summary>What an installation would lay and do, as its plan says. No machine is changed.</summary>
public sealed class InstallTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lifeguard-install-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Plan_WithACertificate_NamesUsersServicesAndHttps_AndChangesNothing()
    {
        var (certificate, key) = await CertificateAsync("lifeguard.school.example");

        var (code, said) = await TypeAsync("install", "--host", "lifeguard.school.example", "--certificate", certificate, "--key", key, "--plan", "--root", _folder.FullName);

        code.ShouldBe(0, said);
        foreach (var line in (string[])
            [
                "/usr/sbin/nologin lifeguard-site", "Kestrel__Endpoints__Https__Url=https://[::]:443", "Lifeguard__Site=https://lifeguard.school.example", "User=lifeguard-site",
                "OnCalendar=*-*-* 01:30", "systemctl enable --now lifeguard-database.service", "systemctl enable --now lifeguard.service lifeguard-backup.timer",
            ]) said.ShouldContain(line);
        said.ShouldNotContain("http://");
    }

    [Fact]
    public async Task Plan_BehindAProxy_ListensOnLoopback_AndBelievesTheProxyAlone()
    {
        var (code, said) = await TypeAsync("install", "--host", "lifeguard.trust.example", "--proxy", "127.0.0.1", "--plan");

        code.ShouldBe(0, said);
        said.ShouldContain("ASPNETCORE_URLS=http://127.0.0.1:5080");
        said.ShouldContain("Lifeguard__TrustedProxies=127.0.0.1");
    }

    [Theory]
    [InlineData("Children's records never travel in the open", "install", "--host", "lifeguard.school.example")]
    [InlineData("Say under which name people reach it", "install", "--proxy", "127.0.0.1")]
    [InlineData("--proxy needs addresses", "install", "--host", "a.example", "--proxy", "localhost; reboot")]
    [InlineData("Unknown option: --force", "upgrade", "--force")]
    public async Task WhatIsMissing_IsSaid(string words, params string[] typed)
    {
        var (code, said) = await TypeAsync([.. typed, "--plan"]);

        code.ShouldNotBe(0);
        said.ShouldContain(words);
    }

    [Fact]
    public async Task CertificateOfAnotherName_OrWithAnotherKey_IsRefused()
    {
        var (certificate, key) = await CertificateAsync("lifeguard.school.example");
        var (_, other) = await CertificateAsync("other.example");

        (await TypeAsync("install", "--host", "else.example", "--certificate", certificate, "--key", key, "--plan")).Said.ShouldContain("is not made for else.example");
        (await TypeAsync("install", "--host", "lifeguard.school.example", "--certificate", certificate, "--key", other, "--plan")).Said.ShouldContain("is not the key of");
    }

    [Fact]
    public async Task RollBack_ToAVersionThatCannotReadTheDatabase_IsRefused_AndToOneThatCan_SwapsTheTwo()
    {
        var opt = Path.Combine(_folder.FullName, "opt/lifeguard");
        foreach (var version in (string[])["old", "new"])
        {
            Directory.CreateDirectory(Path.Combine(opt, "versions", version));
            await File.WriteAllTextAsync(Path.Combine(opt, "versions", version, "installed"), "", Stop);
            await File.WriteAllTextAsync(Path.Combine(opt, "versions", version, "migrations.txt"), version == "old" ? "1_First\n" : "1_First\n2_Second\n", Stop);
        }

        File.CreateSymbolicLink(Path.Combine(opt, "current"), "versions/new");
        File.CreateSymbolicLink(Path.Combine(opt, "previous"), "versions/old");
        var applied = Path.Combine(_folder.FullName, "applied");
        await File.WriteAllTextAsync(applied, "1_First\n2_Second\n", Stop);
        var refused = await TypeAsync(applied, "rollback", "--root", _folder.FullName);
        var untouched = Current(opt);
        await File.WriteAllTextAsync(applied, "1_First\n", Stop);
        var done = await TypeAsync(applied, "rollback", "--root", _folder.FullName);

        refused.Code.ShouldNotBe(0);
        refused.Said.ShouldContain("The database was changed for the new version (1 steps)");
        untouched.ShouldBe("versions/new");
        done.Code.ShouldBe(0, done.Said);
        Current(opt).ShouldBe("versions/old");
        new DirectoryInfo(Path.Combine(opt, "previous")).LinkTarget.ShouldBe("versions/new");
    }

    // A technician disabled it as docs/install.md says; nothing brings it back behind their back.
    [Theory]
    [InlineData("ConnectionStrings__Owner=\"Host=10.0.0.21;Database=lifeguard\"", false)]
    [InlineData("Lifeguard__Mail__Server=mail.school.example", true)]
    public async Task WithAServerOfOnesOwn_AnUpgradeLeavesThePrivateDatabaseAlone(string own, bool starts)
    {
        var settings = Directory.CreateDirectory(Path.Combine(_folder.FullName, "etc/lifeguard"));
        await File.WriteAllTextAsync(Path.Combine(settings.FullName, "site.env"), "ConnectionStrings__Owner=\"Host=/run/private\"\n# ----\n" + own + "\n", Stop);

        var (code, said) = await TypeAsync(["upgrade", "--plan", "--root", _folder.FullName]);

        code.ShouldBe(0, said);
        said.Contains("systemctl restart lifeguard-database.service", StringComparison.Ordinal).ShouldBe(starts, said);
        said.ShouldContain("systemctl restart lifeguard.service");
        (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "scripts/units/lifeguard.service"), Stop)).ShouldNotContain("Wants=lifeguard-database");
    }

    [Fact]
    public async Task OnASmallDebian_WhatAnInstallationNeedsIsNamed()
    {
        var (code, said) = await RunAsync("/bin/bash", [Path.Combine(Repository.Root, "scripts/needs.sh"), "install"], ("PATH", _folder.FullName));

        code.ShouldNotBe(0);
        foreach (var package in (string[])["age", "chromium", "curl", "openssl"]) said.ShouldContain($" {package}");
    }

    [Fact]
    public async Task NewCertificate_IsTakenUpOnce_AndOneThatWouldStopTheSiteIsNot()
    {
        var settings = Directory.CreateDirectory(Path.Combine(_folder.FullName, "etc/tls")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(settings, "site.env"), "Lifeguard__Site=https://lifeguard.school.example\n", Stop);
        var (certificate, key) = await CertificateAsync("lifeguard.school.example");
        var (_, other) = await CertificateAsync("other.example");

        Lay(certificate, other);
        var refused = await CertificateTypedAsync("take-up");
        Lay(certificate, key);
        var taken = await CertificateTypedAsync("take-up");
        (await CertificateTypedAsync("note")).Code.ShouldBe(0);
        var again = await CertificateTypedAsync("take-up");

        refused.Code.ShouldNotBe(0);
        refused.Said.ShouldContain("The new certificate was not taken up, and the site goes on with the one of before.");
        refused.Said.ShouldContain("is not the key of");
        refused.Said.ShouldNotContain("restart");
        taken.Said.ShouldContain("systemctl try-restart lifeguard.service");
        taken.Said.ShouldContain("chown root:lifeguard-site");
        again.ShouldBe((0, ""));

        void Lay(string ofSite, string ofKey)
        {
            File.Copy(ofSite, Path.Combine(settings, "tls/site.pem"), overwrite: true);
            File.Copy(ofKey, Path.Combine(settings, "tls/site.key"), overwrite: true);
        }
    }

    [Fact]
    public async Task Units_AreUnderstoodBySystemd()
    {
        if (!File.Exists("/usr/bin/systemd-analyze")) Assert.Skip("systemd-analyze is not on this machine.");

        // Below a folder in which the programs that the units name are there.
        var root = _folder.FullName;
        foreach (var program in (string[])["opt/lifeguard/current/scripts/cluster.sh", "opt/lifeguard/current/scripts/certificate.sh", "opt/lifeguard/current/web/Lifeguard.Web", "usr/local/bin/lifeguard"])
        {
            var path = Path.Combine(root, program);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, "#!/bin/sh\n", Stop);
            await RunAsync("chmod", ["755", path]);
        }

        var units = Directory.CreateDirectory(Path.Combine(root, "etc/systemd/system")).FullName;
        foreach (var unit in Directory.GetFiles(Path.Combine(Repository.Root, "scripts/units"))) File.Copy(unit, Path.Combine(units, Path.GetFileName(unit)));
        await RunAsync("bash", ["-c", "cp -a --parents /usr/lib/systemd/system \"$1\" 2>/dev/null; mkdir -p \"$1/lib\"; ln -sfn ../usr/lib/systemd \"$1/lib/systemd\"", "bash", root]);

        var (code, said) = await RunAsync("systemd-analyze", ["verify", $"--root={root}", "--man=no", .. Directory.GetFiles(units).Select(unit => "/etc/systemd/system/" + Path.GetFileName(unit))]);

        said.Split('\n').Where(line => line.Contains("lifeguard", StringComparison.Ordinal)).ShouldBeEmpty();
        code.ShouldBe(0, said);
    }

    private static string? Current(string opt) => new DirectoryInfo(Path.Combine(opt, "current")).LinkTarget;

    private async Task<(string Certificate, string Key)> CertificateAsync(string host)
    {
        var (certificate, key) = (Path.Combine(_folder.FullName, host + ".pem"), Path.Combine(_folder.FullName, host + ".key"));
        var (code, said) = await RunAsync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=" + host, "-addext", "subjectAltName=DNS:" + host, "-keyout", key, "-out", certificate]);
        code.ShouldBe(0, said);
        return (certificate, key);
    }

    // What would change the machine only says so.
    private async Task<(int Code, string Said)> CertificateTypedAsync(string verb)
    {
        var spoken = Directory.CreateDirectory(Path.Combine(_folder.FullName, "spoken")).FullName;
        foreach (var program in (string[])["systemctl", "chown"])
        {
            await File.WriteAllTextAsync(Path.Combine(spoken, program), $"#!/bin/sh\necho {program} \"$@\"\n", Stop);
            await RunAsync("chmod", ["755", Path.Combine(spoken, program)]);
        }

        return await RunAsync("env", ["PATH=" + spoken + ":" + Environment.GetEnvironmentVariable("PATH"), "LIFEGUARD_ETC=" + Path.Combine(_folder.FullName, "etc"), "LIFEGUARD_RUN=" + _folder.FullName, Path.Combine(Repository.Root, "scripts/certificate.sh"), verb]);
    }

    private static Task<(int Code, string Said)> TypeAsync(params string[] typed) => RunAsync(Path.Combine(Repository.Root, "lifeguard"), typed);

    private static Task<(int Code, string Said)> TypeAsync(string applied, string what, string option, string folder) =>
        RunAsync(Path.Combine(Repository.Root, "lifeguard"), [what, option, folder], ("LIFEGUARD_APPLIED", applied));

    private static async Task<(int Code, string Said)> RunAsync(string program, string[] arguments, (string Name, string Value)? setting = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        if (setting is { } one) start.Environment[one.Name] = one.Value;
        using var process = Process.Start(start)!;
        var complained = process.StandardError.ReadToEndAsync(Stop);
        var said = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, said + await complained);
    }
}
