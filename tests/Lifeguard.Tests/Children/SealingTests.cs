using System.Diagnostics;
using System.Text;
using Lifeguard.Children.Sealing;
using Lifeguard.Children.Sending;
using Lifeguard.Storage.Sealing;

namespace Lifeguard.Tests.Children;

/// <summary>What seals a package, held by the RFC's examples, by the age program, and by everything that may happen to a file on its way.</summary>
public sealed class SealingTests
{
    private const string Passphrase = "k7qd-2m9x-0vwe-h4st-zz1p";

    // RFC 7914, section 12.
    [Theory]
    [InlineData("", "", 4, 1, 1, "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906")]
    [InlineData("password", "NaCl", 10, 8, 16, "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640")]
    [InlineData("pleaseletmein", "SodiumChloride", 14, 8, 1, "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")]
    public void Scrypt_GivesTheExamplesOfTheRfc(string password, string salt, int logCost, int blocks, int lanes, string key)
    {
        Convert.ToHexStringLower(Scrypt.Key(Encoding.ASCII.GetBytes(password), Encoding.ASCII.GetBytes(salt), logCost, blocks, lanes, 64)).ShouldBe(key);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((64 * 1024) - 1)]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) + 1)]
    [InlineData(200_000)]
    public void Sealed_OpensWithItsPassphraseAlone(int length)
    {
        var content = Enumerable.Range(0, length).Select(at => (byte)at).ToArray();

        var file = AgePassphrase.Seal(content, Passphrase);

        AgePassphrase.IsOne(file).ShouldBeTrue();
        AgePassphrase.Open(file, Passphrase).ShouldBe(content);
        AgePassphrase.Open(file, Passphrase + "x").ShouldBeNull();
    }

    [Fact]
    public void ChangedOrCut_DoesNotOpen()
    {
        var file = AgePassphrase.Seal(new byte[70_000], Passphrase);
        var marks = new[] { 5, 30, 60, 100, 150, 170, 190, 400, 65_000, file.Length - 20, file.Length - 1 };

        foreach (var at in marks)
        {
            var changed = file.ToArray();
            changed[at] ^= 1;
            AgePassphrase.Open(changed, Passphrase).ShouldBeNull($"byte {at}");
        }

        foreach (var length in new[] { 0, 10, 200, 230, 66_000, file.Length - 1 }) AgePassphrase.Open(file[..length], Passphrase).ShouldBeNull($"cut to {length}");
        AgePassphrase.Open([.. file, 0], Passphrase).ShouldBeNull("something was added");
    }

    [Fact]
    public void HeadThatAsksForTooMuchMemory_IsRefused()
    {
        var file = Encoding.ASCII.GetString(AgePassphrase.Seal([1], Passphrase)[..60]).Replace(" 15\n", " 30\n", StringComparison.Ordinal);

        AgePassphrase.Open([.. Encoding.ASCII.GetBytes(file), .. new byte[200]], Passphrase).ShouldBeNull();
    }

    [Fact]
    public async Task SealedWithAPassphrase_OpensWithTheAgeProgramToo()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, AgePassphrase.Seal(Encoding.UTF8.GetBytes("a child's file"), Passphrase), TestContext.Current.CancellationToken);
            // The program asks at a terminal alone; script is one.
            using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "(sleep 1; printf '%s\\n' \"$2\"; sleep 1) | script -qec \"age --decrypt -o '$1.out' '$1'\" /dev/null >/dev/null; cat \"$1.out\"", "bash", path, Passphrase]) { RedirectStandardOutput = true })!;
            var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

            said.ShouldBe("a child's file");
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".out");
        }
    }

    [Fact]
    public async Task SealedToAKey_OpensWithItsSecretHalf_AndWithNoOther()
    {
        var age = new AgeProgram();
        var (mine, other) = ((await age.MakeKeyAsync(CancellationToken.None))!, (await age.MakeKeyAsync(CancellationToken.None))!);
        var content = new byte[100_000];

        var file = (await age.SealAsync(content, mine.Recipient, CancellationToken.None))!;

        (await age.OpenAsync(file, mine.Secret, CancellationToken.None)).ShouldBe(content);
        (await age.OpenAsync(file, other.Secret, CancellationToken.None)).ShouldBeNull();
        file[^1] ^= 1;
        (await age.OpenAsync(file, mine.Secret, CancellationToken.None)).ShouldBeNull();
        (await age.SealAsync(content, "--help", CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [InlineData("K7QD 2M9X 0VWE", "k7qd-2m9x-0vwe")]
    [InlineData("k7qd2m9xovwe", "k7qd-2m9x-0vwe")]
    [InlineData(null, "")]
    public void SpokenCode_IsTheSameHoweverItWasTyped(string? typed, string plain) => SpokenCode.Plain(typed).ShouldBe(plain);

    [Fact]
    public void Package_WhoseListDoesNotAgree_IsRefusedInWords()
    {
        var package = new ChildPackage
        {
            Form = ChildPackage.FormOfToday,
            Package = Guid.Empty,
            MadeAt = DateTimeOffset.UnixEpoch,
            FromSchool = "Larkhollow {0} <b>",
            SentBy = "O Dorset",
            ToSchool = "Tarrowby",
            Child = new PackedChild("Chloe", "Ingram", null, null, null),
            Facts = [],
            Entries = [new PackedEntry(DateTimeOffset.UnixEpoch, "CPOMS", "<script>x</script>", "{1} & more", [])],
        };
        var packed = PackFile.Pack(package, "abcd-efgh");

        PackFile.Unpack(packed, out _)!.Value.Receipt.ShouldBe("abcd-efgh");
        PackFile.PageOf(package, "abcd-efgh").ShouldContain("&lt;script&gt;x&lt;/script&gt;");
        PackFile.PageOf(package, "abcd-efgh").ShouldContain("Larkhollow {0} &lt;b&gt;");
        PackFile.Unpack(Changed(packed, PackFile.Page), out var fault).ShouldBeNull();
        fault.ShouldBe("The package is not whole: what is in it does not agree with its own list. Ask the sending school to make it again.");
        PackFile.Unpack([1, 2, 3], out fault).ShouldBeNull();
        fault.ShouldBe("The file opened, but it is no child's file of Lifeguard.");
    }

    private static byte[] Changed(byte[] packed, string name)
    {
        using var stream = new MemoryStream();
        stream.Write(packed);
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.GetEntry(name)!.Open();
            part.Seek(0, SeekOrigin.End);
            part.WriteByte((byte)' ');
        }

        return stream.ToArray();
    }
}
