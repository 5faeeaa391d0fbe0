using System.Diagnostics;
using System.Security.Cryptography;
using Lifeguard.Storage.Sealing;

namespace Lifeguard.Tests.DataProtection;

/// <summary>A sealed copy is opened by a program that is not ours, with the words and with nothing else.</summary>
public sealed class SealedCopyTests : IDisposable
{
    private const string Words = "4w7cz0f3m9qk2x8v5n1b6h0r3t";
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-age-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(65_536)]
    [InlineData(200_000)]
    [Requirement("A-277")]
    public async Task SealedFile_IsOpenedByAge_WithTheWords(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var file = Path.Combine(_folder, "copy.age");
        await File.WriteAllBytesAsync(file, AgePassphrase.Seal(content, Words), Stop);

        var opened = await OpenAsync(file, Words);
        var refused = await OpenAsync(file, "4w7cz0f3m9qk2x8v5n1b6h0r3s");

        opened.ShouldBe(content);
        refused.ShouldBeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // age asks for words on a terminal and nowhere else; script makes one.
    private async Task<byte[]?> OpenAsync(string file, string words)
    {
        var plain = Path.Combine(_folder, "copy");
        File.Delete(plain);
        var start = new ProcessStartInfo("script", ["-qec", $"age --decrypt --output {plain} {file}", "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync($"{words}\n");
        await process.StandardInput.FlushAsync(Stop);
        await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return process.ExitCode == 0 && File.Exists(plain) ? await File.ReadAllBytesAsync(plain, Stop) : null;
    }
}
