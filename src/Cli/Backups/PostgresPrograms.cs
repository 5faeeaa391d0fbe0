using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Lifeguard.Cli.Backups;

/// <summary>The programs of PostgreSQL on this machine, and the system user under whom a server runs: it refuses to be root.</summary>
internal sealed class PostgresPrograms
{
    private const string Shelf = "/usr/lib/postgresql";
    private readonly string _folder;
    private readonly string? _user;

    private PostgresPrograms(string folder, string? user) => (_folder, _user) = (folder, user);

    /// <param name="version">Which major version made the data; null for the newest one here.</param>
    public static PostgresPrograms Find(IConfiguration configuration, int? version)
    {
        var there = Directory.Exists(Shelf)
            ? Directory.GetDirectories(Shelf).Select(folder => int.TryParse(new DirectoryInfo(folder).Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Where(number => File.Exists($"{Shelf}/{number}/bin/pg_basebackup")).Order().ToList()
            : [];
        var wanted = version ?? there.LastOrDefault();
        if (!there.Contains(wanted))
            throw new BackupRefused($"PostgreSQL {(version is null ? "15 or newer" : wanted)} is not on this machine, and is needed here. Install it: apt-get install postgresql{(version is null ? "" : $"-{wanted}")}");
        return new PostgresPrograms($"{Shelf}/{wanted}/bin", Environment.IsPrivilegedProcess ? configuration["Lifeguard:Backup:SystemUser"] ?? "lifeguard" : null);
    }

    public string Path(string program) => $"{_folder}/{program}";

    /// <summary>Hands a folder to the server's user.</summary>
    public Task GiveAsync(string folder, CancellationToken stop) =>
        _user is null ? Task.CompletedTask : Programs.MustAsync("Handing over a folder", "chown -R \"$1:\" \"$2\"", [_user, folder], stop);

    /// <summary>Runs a program that refuses to be root.</summary>
    public Task<ProgramEnd> AsServerAsync(string program, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        // A server keeps the output of whoever started it open for as long as it lives, so nobody reads it.
        const string Run = "[[ -z $1 ]] || set -- \"$1\" setpriv --reuid \"$1\" --regid \"$(id -g \"$1\")\" --clear-groups \"${@:2}\"; shift; exec \"$@\" >/dev/null 2>&1";
        return Programs.RunAsync(Run, [_user ?? "", Path(program), .. arguments], stop);
    }
}
