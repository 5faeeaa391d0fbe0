using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Lifeguard.Cli.Backups;

/// <summary>Where backups lie, to which key they are encrypted and how long they are kept (<c>Lifeguard:Backup</c>).</summary>
/// <param name="Folder">Null when nobody has set backups up.</param>
/// <param name="Recipients">The file with the public half of the key. The other half is not on this machine.</param>
/// <param name="Scratch">Where a backup is unpacked to be tried.</param>
internal sealed record BackupSettings(string? Folder, string? Recipients, int KeepDays, string Scratch)
{
    // Three generations, however short somebody sets the days.
    public const int FewestKept = 3;
    private const int UsualDays = 30;

    public static BackupSettings From(IConfiguration configuration)
    {
        var backup = configuration.GetSection("Lifeguard:Backup");
        return new BackupSettings(
            Path(backup["Folder"]), Path(backup["Recipients"]),
            int.TryParse(backup["KeepDays"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? Math.Max(1, days) : UsualDays,
            Path(backup["Scratch"]) ?? System.IO.Path.GetTempPath());
    }

    private static string? Path(string? named) => named is { Length: > 0 } ? System.IO.Path.GetFullPath(named) : null;
}
