using Lifeguard.Cli.Backups;

namespace Lifeguard.Tests.Upkeep;

public sealed class BackupShelfTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 1, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lifeguard-shelf-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void OldOnes_AreRemoved_WhenThreeNewerOnesStay()
    {
        foreach (var days in (int[])[40, 35, 31, 29, 1]) Put(BackupShelf.NameFor(Now.AddDays(-days)));

        var removed = new BackupShelf(_folder.FullName).RemoveOld(Now, 30);

        removed.ShouldBe([BackupShelf.NameFor(Now.AddDays(-40)), BackupShelf.NameFor(Now.AddDays(-35))]);
        new BackupShelf(_folder.FullName).Whole.Count.ShouldBe(3);
    }

    [Fact]
    public void TheNewestThree_StayHoweverOldTheyAre_AndWhatSomebodyNamedStays()
    {
        foreach (var days in (int[])[400, 300, 200]) Put(BackupShelf.NameFor(Now.AddDays(-days)));
        Put("2025 before the move");

        new BackupShelf(_folder.FullName).RemoveOld(Now, 30).ShouldBeEmpty();
    }

    [Fact]
    public void AFolderInTheMaking_IsNotWhole()
    {
        Put(".part-" + BackupShelf.NameFor(Now));

        new BackupShelf(_folder.FullName).Whole.ShouldBeEmpty();
    }

    [Fact]
    public void TwoAtATime_TheSecondIsRefused()
    {
        var shelf = new BackupShelf(_folder.FullName);
        using var held = shelf.Hold();

        Should.Throw<BackupRefused>(shelf.Hold).Message.ShouldContain("Another backup is being made");
    }

    private void Put(string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, name));
        File.WriteAllText(Path.Combine(_folder.FullName, name, BackupManifest.FileName), "");
    }
}
