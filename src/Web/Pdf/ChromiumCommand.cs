using System.Diagnostics;

namespace Lifeguard.Web.Pdf;

/// <summary>How Chromium is started: kept in, kept off the network, its profile in memory where there is room and gone afterwards.</summary>
internal static class ChromiumCommand
{
    // The program itself before the launcher script: the script adds extensions and looks at files of the user.
    private static readonly string[] Places = ["/usr/lib/chromium/chromium", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Chromium refuses to sandbox itself as root. A number that belongs to nobody, rather than "nobody" or the site's own user:
    // what takes over the drawing then owns no file and shares no process with the database, the site or another service.
    private const string NobodysNumber = "64123";

    private const long RoomInMemory = 256L * 1024 * 1024;

    // The pipe is two extra descriptors, which .NET cannot hand on: the shell turns its own input and output into them.
    // It waits, and so removes the profile also when the site was killed: the pipe closes, Chromium ends, the shell goes on.
    private const string Keeper =
        """
        umask 077
        ulimit -c 0
        trap : TERM INT HUP
        profile=$1
        shift
        mkdir "$profile" || exit 70
        export HOME="$profile" TMPDIR="$profile" XDG_CONFIG_HOME="$profile" XDG_CACHE_HOME="$profile"
        cd "$profile"
        "$@" --user-data-dir="$profile" 3<&0 4>&1 </dev/null >/dev/null
        cd /
        rm -rf "$profile"
        """;

    public static string? Find(PdfSettings settings) => settings.Chromium is { Length: > 0 } named ? (File.Exists(named) ? named : null) : Array.Find(Places, File.Exists);

    public static string NewProfile()
    {
        var memory = new DirectoryInfo("/dev/shm");
        var room = memory.Exists && new DriveInfo(memory.FullName).AvailableFreeSpace >= RoomInMemory;
        return Path.Combine(room ? memory.FullName : Path.GetTempPath(), "lifeguard-pdf-" + Path.GetRandomFileName());
    }

    public static ProcessStartInfo For(string chromium, string profile, PdfSettings settings)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        List<string> words = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", NobodysNumber, "--regid", NobodysNumber, "--clear-groups", "--no-new-privs", "--", "/bin/sh"]
            : ["/bin/sh"];
        start.FileName = words[0];
        words.RemoveAt(0);
        foreach (var word in words.Concat(["-c", Keeper, "sh", profile, chromium]).Concat(Flags(settings))) start.ArgumentList.Add(word);
        // Neither the site's settings nor its secrets: a browser needs a path and nothing else.
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["TZ"] = "Europe/London";
        return start;
    }

    private static IEnumerable<string> Flags(PdfSettings settings)
    {
        if (settings.NoSandbox) yield return "--no-sandbox";
        yield return "--headless";
        yield return "--remote-debugging-pipe";
        // Two walls against the network beside the one in the page: no name is found, and every way out leads to a closed door.
        yield return "--host-resolver-rules=MAP * ~NOTFOUND";
        yield return "--proxy-server=http://127.0.0.1:9";
        yield return "--proxy-bypass-list=<-loopback>";
        // The name of the program that stands in the file.
        yield return "--user-agent=Lifeguard";
        yield return "--lang=en-GB";
        foreach (var flag in new[]
        {
            "disable-gpu", "disable-quic", "disable-extensions", "disable-sync", "disable-breakpad", "disable-crash-reporter", "disable-logging",
            "disable-component-update", "disable-background-networking", "disable-default-apps", "disable-domain-reliability", "disable-client-side-phishing-detection",
            "no-first-run", "no-default-browser-check", "no-pings", "mute-audio", "hide-scrollbars", "disk-cache-size=1", "media-cache-size=1",
        })
            yield return "--" + flag;
    }
}
