using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Walls;

/// <summary>What a program writes while it runs never lies among the sources.</summary>
public sealed class LeftBehindTests
{
    // Made by the build, by package tools, or the data folder itself, none of which is part of the repository.
    private static readonly string[] Besides = [".git", "bin", "obj", "node_modules", "artifacts", "TestResults"];

    [Fact]
    public void Repository_HoldsNothingThatARunWrote()
    {
        var files = FilesIn(new DirectoryInfo(Repository.Root)).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).ToList();

        files.ShouldContain("src/Web/Program.cs");
        files.Where(IsLeftBehind).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Web/data/mail/01.eml")]
    [InlineData("letter.eml")]
    [InlineData("src/Web/data/witness/heads.tsv")]
    [InlineData("tests/Lifeguard.Tests/data/keys/protection.key")]
    [InlineData("data/log/web.log")]
    public void Detector_SeesWhatARunLeaves(string file)
    {
        IsLeftBehind(file).ShouldBeTrue();
    }

    [Fact]
    public void Detector_LetsDataFilesOfARoomPass()
    {
        IsLeftBehind("src/Rooms/Reference/Data/laws.json").ShouldBeFalse();
    }

    private static bool IsLeftBehind(string file)
    {
        var parts = file.Split('/');
        return file.EndsWith(".eml", StringComparison.Ordinal) || parts.Zip(parts.Skip(1)).Any(pair => pair is ("data", "mail" or "witness" or "keys" or "log"));
    }

    private static IEnumerable<string> FilesIn(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => file.FullName).Concat(folder.EnumerateDirectories()
            .Where(inner => !Besides.Contains(inner.Name) && inner.FullName != Path.Combine(Repository.Root, "data")).SelectMany(FilesIn));
}
