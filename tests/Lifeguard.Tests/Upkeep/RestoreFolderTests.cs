using Lifeguard.Cli.Backups;

namespace Lifeguard.Tests.Upkeep;

/// <summary>What a killed restore leaves is taken away by the next one, and nothing else ever is.</summary>
public sealed class RestoreFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lifeguard-restore-");

    private string Into => Path.Combine(_folder.FullName, "restored");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void LeftByOneThatWasKilled_IsTakenAway_AndBegunAnew()
    {
        Directory.CreateDirectory(Path.Combine(Into, "data"));
        File.WriteAllText(Path.Combine(Into, "data", "half"), "");
        File.WriteAllText(Into + ".restoring", "");

        using (var folder = RestoreFolder.Begin(Into + "/"))
        {
            folder.WasLeft.ShouldBeTrue();
            Directory.Exists(Into).ShouldBeFalse();
            Directory.CreateDirectory(Into);
            File.WriteAllText(Path.Combine(Into, "whole"), "");
        }

        Directory.GetFileSystemEntries(_folder.FullName).ShouldBe([Into]);
        File.Exists(Path.Combine(Into, "whole")).ShouldBeTrue();
    }

    [Fact]
    public void SomebodyElsesFolder_IsRefused_AndStaysAsItIs()
    {
        Directory.CreateDirectory(Into);
        File.WriteAllText(Path.Combine(Into, "letter"), "");

        Should.Throw<BackupRefused>(() => RestoreFolder.Begin(Into)).Message.ShouldContain("is not empty");
        File.Exists(Path.Combine(Into, "letter")).ShouldBeTrue();
        File.Exists(Into + ".restoring").ShouldBeFalse();
    }

    [Fact]
    public void OneThatGoesOn_IsLeftAlone()
    {
        using var first = RestoreFolder.Begin(Into);
        Directory.CreateDirectory(Into);

        Should.Throw<BackupRefused>(() => RestoreFolder.Begin(Into)).Message.ShouldContain("Another restore");
        Directory.Exists(Into).ShouldBeTrue();
    }
}
