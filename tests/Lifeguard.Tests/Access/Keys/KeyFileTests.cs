using Lifeguard.Access.Keys;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lifeguard.Tests.Access.Keys;

public sealed class KeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-keys-").FullName;

    private string At => Path.Combine(_folder, "keys", "protection.key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void KeyFile_IsMadeOnce_AndForItsOwnerAlone()
    {
        var made = Open().Key.ToArray();

        made.Length.ShouldBe(32);
        Open().Key.ToArray().ShouldBe(made);
        new FileInfo(At).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        new DirectoryInfo(Path.GetDirectoryName(At)!).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.GetFiles(Path.GetDirectoryName(At)!).Order().ShouldBe([At, At + ".lock"]);
        new FileInfo(At + ".lock").Length.ShouldBe(0);
    }

    [Fact]
    public async Task KeyFile_OfCopiesThatStartAtOnce_IsOne()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At)!);
        for (var again = 0; again < 100; again++)
        {
            File.Delete(At);

            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Convert.ToHexString(Open().Key))));

            keys.Distinct().ShouldHaveSingleItem();
        }

        Directory.GetFiles(Path.GetDirectoryName(At)!).Length.ShouldBe(2, "no key was set aside");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("0123456789abcdef")]
    public void KeyFile_WithoutAKeyInIt_IsSetAside_AndNotLost(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At)!);
        File.WriteAllText(At, text);

        Open().Key.Length.ShouldBe(32);

        File.ReadAllText(At + ".not-a-key-1").ShouldBe(text);
    }

    [Fact]
    public async Task KeyFile_WithoutAKeyInIt_FoundByCopiesThatStartAtOnce_IsSetAsideOnce()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At)!);
        File.WriteAllText(At, "not a key");

        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Convert.ToHexString(Open().Key))));

        keys.Distinct().ShouldHaveSingleItem();
        Directory.GetFiles(Path.GetDirectoryName(At)!, "*.not-a-key-*").ShouldHaveSingleItem();
    }

    private KeyFile Open() => new(At, NullLogger<KeyFile>.Instance);
}
