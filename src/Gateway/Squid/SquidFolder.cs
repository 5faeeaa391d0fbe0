using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Answer;
using Lifeguard.Gateway.Squid.Lint;

namespace Lifeguard.Gateway.Squid;

/// <summary>Makes everything that one Squid reads, anew: configuration, pages, lists, certificate.</summary>
internal static class SquidFolder
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = OwnersAlone | UnixFileMode.UserExecute;
    private const UnixFileMode ReadByAll = OwnersAlone | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes the folder. With any fault the files of before stay as they were.</summary>
    public static IReadOnlyList<string> Write(SquidSettings settings, TimeProvider clock)
    {
        var files = new SquidFiles(settings.Folder);
        var faults = new List<string>();
        var sealedList = Read(settings.SealedList, faults);
        var helplines = Helplines(settings, faults);
        var never = Read(settings.Decryption?.Never, faults);
        if (never.Addresses.Count > 0) faults.Add($"{settings.Decryption?.Never}: what is never decrypted is a name; a path is not taken.");
        if (settings.Decryption is { } decryption && !IsForItsOwnerAlone(decryption.Authority)) faults.Add($"{decryption.Authority}: the authority's key must be there, and for its owner alone (chmod 600).");
        if (settings.SignIn is { Program: null } signIn && !File.Exists(signIn.Key)) faults.Add($"{signIn.Key}: without the gate's key nobody can sign in.");
        if (faults.Count > 0) return faults;

        var configuration = SquidConfiguration.Write(settings, files);
        var named = SquidLint.Look(configuration);
        if (named.Count > 0) return [.. named.Select(fault => $"{files.Configuration}, {fault}")];

        foreach (var folder in new[] { files.Folder, files.Pages, files.Work }) Directory.CreateDirectory(folder);
        File.SetUnixFileMode(files.Work, Folder);
        foreach (var (name, page) in SquidPages.Of(ToRing(settings))) Put(Path.Combine(files.Pages, name), page, ReadByAll);
        // An empty file would leave the rule without meaning; a name that cannot be is harmless.
        Put(files.SealedNames, Or(sealedList.NamesAsText(), ".sealed.invalid\n"), OwnersAlone);
        Put(files.SealedAddresses, Or(sealedList.AddressesAsText(), "^https?://sealed[.]invalid/\n"), OwnersAlone);
        Put(files.Helplines, Or(helplines.NamesAsText(), ".helplines.invalid\n"), OwnersAlone);
        Put(files.NeverDecrypt, Or(never.NamesAsText(), ".never.invalid\n"), OwnersAlone);
        if (settings.Decryption is null && !File.Exists(files.Placeholder)) Put(files.Placeholder, Placeholder(clock), OwnersAlone);
        if (settings.Decryption is not null) Put(files.Authority, File.ReadAllText(settings.Decryption.Authority), OwnersAlone);
        if (settings.SignIn is { Program: null } asks) Put(files.Key, File.ReadAllText(asks.Key), OwnersAlone);
        Put(files.Configuration, configuration, OwnersAlone);
        if (settings.Decryption is not null && !Directory.Exists(files.Certificates)) MakeCertificateStore(files, faults);
        if (Environment.IsPrivilegedProcess) GiveTo(settings.User, files, faults);
        return faults;
    }

    private static NameList Read(string? path, List<string> faults)
    {
        if (path is null) return NameList.Empty;
        var list = NameList.Read(path, out var found);
        faults.AddRange(found);
        return list ?? NameList.Empty;
    }

    /// <summary>Those that the engine knows, those of the policy, and those of the settings: open in every failure.</summary>
    private static NameList Helplines(SquidSettings settings, List<string> faults)
    {
        var names = BuiltIn().ToList();
        if (settings.Policy is { } path)
        {
            var policy = Policy.ReadFile(path, out var wrong);
            faults.AddRange(wrong.Select(fault => fault.ToString()));
            // A path cannot be told from the rest of its site while the filter is silent; it stays the gateway's.
            names.AddRange(policy?.Helplines.Where(entry => entry.Path.Length <= 1).Select(entry => entry.Host) ?? []);
        }

        var more = Read(settings.Helplines, faults);
        if (more.Addresses.Count > 0) faults.Add($"{settings.Helplines}: a helpline is open as a whole; a path is not taken.");
        return NameList.Of(names.Concat(more.Names));
    }

    /// <summary>The numbers on the pages. A slip in the school's own is no reason to keep Squid shut: the gateway's health names it, and the others stand.</summary>
    private static IReadOnlyList<Helpline> ToRing(SquidSettings settings) =>
        settings.Policy is { } policy && Answer.Helplines.Read(Path.Combine(Path.GetDirectoryName(policy)!, GateFolder.HelplinesFile), out _) is { } own ? own : Answer.Helplines.BuiltIn;

    private static IEnumerable<string> BuiltIn()
    {
        using var stream = typeof(Filter).Assembly.GetManifestResourceStream("Lifeguard.Filtering.Engine.Data.helplines.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => NameList.Canonical(line)!);
    }

    private static bool IsForItsOwnerAlone(string path) => File.Exists(path) && (File.GetUnixFileMode(path) & ~OwnersAlone) == 0;

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    /// <summary>Whole or not at all: a reader finds the old file or the new one.</summary>
    private static void Put(string path, string text, UnixFileMode mode)
    {
        var beside = path + ".new";
        File.Delete(beside);
        using (var file = new FileStream(beside, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode }))
        using (var writer = new StreamWriter(file)) writer.Write(text);
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Squid looks into a hello only on a port that has a certificate, also when it never uses it. This one signs nothing and nobody trusts it.</summary>
    private static string Placeholder(TimeProvider clock)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=not used", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        using var certificate = request.CreateSelfSigned(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddYears(30));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    private static void MakeCertificateStore(SquidFiles files, List<string> faults)
    {
        if (Run("/usr/lib/squid/security_file_certgen", "-c", "-s", files.Certificates, "-M", "16MB") is { } fault) faults.Add(fault);
    }

    // Squid reads its lists as its own user too, whenever it is told to read them again.
    private static void GiveTo(string user, SquidFiles files, List<string> faults)
    {
        if (Run("/bin/chown", "-R", $"{user}:{user}", files.Folder) is { } fault) faults.Add(fault);
    }

    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            var said = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"{program} ended with {process.ExitCode}: {said}";
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            return $"{program}: {fault.Message}";
        }
    }
}
