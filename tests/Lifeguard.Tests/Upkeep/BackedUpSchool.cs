using System.Diagnostics;
using Lifeguard.Cli;
using Lifeguard.Tests.BadDays;
using Lifeguard.Tests.House;
using Npgsql;

namespace Lifeguard.Tests.Upkeep;

/// <summary>A school on a PostgreSQL of its own whose log is archived as a school's is, with a key of its own and a technician at its terminal.</summary>
internal sealed class BackedUpSchool : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lifeguard-upkeep-");

    private BackedUpSchool(OwnCluster cluster) => Cluster = cluster;

    public OwnCluster Cluster { get; }

    public string Backups => At("backups");

    public string Key => At("key.txt");

    public string Scratch => At("scratch");

    public string Data => At("site");

    public string LogFolder => Directory.GetDirectories(Backups, "log-*").Single();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<BackedUpSchool> FoundAsync()
    {
        var school = new BackedUpSchool(await OwnCluster.CreateAsync());
        foreach (var folder in (string[])[school.Backups, school.Scratch, school.Data]) Directory.CreateDirectory(folder);
        await ShellAsync("chmod 755 \"$1\"; chmod 777 \"$1/backups\"; age-keygen --output \"$1/key.txt\" && age-keygen -y \"$1/key.txt\" >\"$1/recipients.txt\"; chmod 644 \"$1/recipients.txt\"; cp \"$2\" \"$1/archive-segment.sh\"; chmod 755 \"$1/archive-segment.sh\"",
            school._folder.FullName, Path.Combine(Repository.Root, "scripts", "archive-segment.sh"));
        var system = (await Aftermath.ColumnAsync(school.Cluster.Super, "select system_identifier::text from pg_control_system()")).Single();
        await school.Cluster.StopAsync();
        await school.Cluster.SetAsync($"archive_mode = on\narchive_command = '\"{school.At("archive-segment.sh")}\" \"{school.Backups}/log-{system}\" \"{school.At("recipients.txt")}\" \"%p\" \"%f\"'");
        await school.Cluster.StartAsync();
        await Seeds.FoundAsync(school.Cluster, school.Data);
        return school;
    }

    public async Task<(int Code, string Said)> TypeAsync(params string[] typed) => await TypeAtAsync(Cluster, typed);

    /// <summary>The same terminal, at another server.</summary>
    public async Task<(int Code, string Said)> TypeAtAsync(OwnCluster cluster, params string[] typed)
    {
        using var output = new StringWriter();
        var line = new CommandLine(output, output, [.. Settings(cluster).Select(setting => $"--{setting.Replace("__", ":", StringComparison.Ordinal)}")]);
        return (await line.RunAsync(typed, Stop), output.ToString());
    }

    /// <summary>The command line as a program of its own, so that it can be killed.</summary>
    public Process Launch(params string[] typed)
    {
        var start = new ProcessStartInfo(Path.Combine(BuildOutput.Of("Cli"), "Lifeguard.Cli"), typed) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var setting in Settings(Cluster).Select(one => one.Split('=', 2))) start.Environment[setting[0]] = setting[1];
        return Process.Start(start)!;
    }

    /// <summary>Another organisation, and so more rows; then the log up to here is handed over.</summary>
    public async Task WriteAsync(string name)
    {
        (await TypeAsync("organisation", "add", name, "--kind", "School")).Code.ShouldBe(0);
        (await TypeAsync("journal", "seal")).Code.ShouldBe(0);
        await HandOverAsync();
    }

    /// <summary>Ends the piece of log that is being written, and waits until it lies in the archive.</summary>
    public async Task HandOverAsync(OwnCluster? cluster = null)
    {
        var piece = (await Aftermath.ColumnAsync((cluster ?? Cluster).Super, "select pg_walfile_name(pg_switch_wal())")).Single();
        for (var tries = 0; tries < 400; tries++)
        {
            if (Directory.Exists(Backups) && Directory.GetFiles(Backups, $"{piece}~*.gz.age", SearchOption.AllDirectories).Length > 0) return;
            await Task.Delay(50, Stop);
        }

        throw new InvalidOperationException($"{piece} was not archived within twenty seconds.");
    }

    public Task<IReadOnlyList<string>> ColumnAsync(string sql) => Aftermath.ColumnAsync(Cluster.Backup, sql);

    public string At(string name) => Path.Combine(_folder.FullName, name);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Cluster.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private IEnumerable<string> Settings(OwnCluster cluster) =>
    [
        $"ConnectionStrings__App={cluster.App}", $"ConnectionStrings__Owner={cluster.Owner}", $"ConnectionStrings__Backup={cluster.Backup}", $"Lifeguard__Data={Data}",
        $"Lifeguard__Backup__Folder={Backups}", $"Lifeguard__Backup__Recipients={At("recipients.txt")}", $"Lifeguard__Backup__Scratch={Scratch}", "Lifeguard__Backup__SystemUser=nobody",
        $"Lifeguard__Verifier={Path.Combine(BuildOutput.Of("Verifier"), "lifeguard-verifier")}",
    ];

    private static async Task ShellAsync(string script, params string[] about)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-ec", script, "bash", .. about]) { RedirectStandardError = true })!;
        var complained = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        process.ExitCode.ShouldBe(0, complained);
    }
}
