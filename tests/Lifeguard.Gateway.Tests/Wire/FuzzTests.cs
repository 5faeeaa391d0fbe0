using Lifeguard.Gateway.Tests.Support;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Tests.Wire;

/// <summary>Whatever comes: nothing is thrown out of the line, what goes out is always a row of answers, and the cut makes no difference.</summary>
public sealed class FuzzTests
{
    private static readonly byte[][] Texts = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", "Conversations"), "*.icap").Select(File.ReadAllBytes).Where(bytes => bytes.Length < 8000)];

    [Fact]
    public async Task Line_AnswersWhateverComes()
    {
        var random = new Random(Fuzz.Seed);
        var line = new LineInMemory();
        for (var i = 0; i < Fuzz.Inputs; i++)
        {
            var input = Fuzz.Mutate(random, Texts);
            byte[] output = [];
            try
            {
                output = await line.SendAsync(input);
                Answered.All(output);
            }
            catch (EndOfStreamException) when (output.Length > 0)
            {
                // A body that breaks off in the middle leaves an answer in the middle, and the line closed.
            }
            catch (Exception failed)
            {
                Assert.Fail($"Seed {Fuzz.Seed}, input {i}: {failed.Message}\n{Convert.ToHexString(input)}");
            }

            if (i % 10 == 0)
            {
                var cut = random.Next(input.Length + 1);
                var again = await line.SendAsync(input[..cut], input[cut..]);
                if (Count(again) != Count(output)) Assert.Fail($"Seed {Fuzz.Seed}, input {i} cut at {cut}: {Convert.ToHexString(input)}");
            }
        }
    }

    [Fact]
    public void Reader_TakesTheSameFromAnyCut_AndNeverMoreThanItsLimit()
    {
        var random = new Random(Fuzz.Seed);
        using RequestReader whole = new(), parts = new();
        for (var i = 0; i < Fuzz.Inputs; i++)
        {
            var input = Fuzz.Mutate(random, Texts);
            var expected = whole.Read(input, out var taken);

            var at = 0;
            var status = ReadStatus.NeedMore;
            while (at < input.Length && status == ReadStatus.NeedMore)
            {
                var length = Math.Min(random.Next(1, 300), input.Length - at);
                status = parts.Read(input.AsSpan(at, length), out var more);
                at += more;
            }

            if ((status, parts.Fault, parts.Parts, parts.Preview) != (expected, whole.Fault, whole.Parts, whole.Preview) || status == ReadStatus.Message && at != taken)
                Assert.Fail($"Seed {Fuzz.Seed}, input {i}: {Convert.ToHexString(input)}");
            whole.Next();
            parts.Next();
        }
    }

    [Fact]
    public void Chunks_AreTheSameFromAnyCut()
    {
        var random = new Random(Fuzz.Seed);
        byte[][] texts = [Ask.Bytes(Ask.Chunks("one", "two two", "three")), Ask.Bytes("5\r\nab\r\nc\r\n0; ieof\r\n\r\n"), Ask.Bytes("0\r\n\r\n")];
        for (var i = 0; i < Fuzz.Inputs; i++)
        {
            var input = Fuzz.Mutate(random, texts);
            var expected = Read(input, int.MaxValue);

            if (Read(input, random.Next(1, 4)) != expected) Assert.Fail($"Seed {Fuzz.Seed}, input {i}: {Convert.ToHexString(input)}");
        }

        static (ChunkStatus, WireFault, string, int) Read(byte[] input, int most)
        {
            var reader = new ChunkReader();
            var body = new List<byte>();
            var at = 0;
            while (at < input.Length)
            {
                var status = reader.Read(input.AsSpan(at, Math.Min(most, input.Length - at)), out var taken, out var piece);
                at += taken;
                body.AddRange(piece);
                if (status is not (ChunkStatus.Piece or ChunkStatus.NeedMore)) return (status, reader.Fault, Convert.ToHexString([.. body]), status == ChunkStatus.Fault ? 0 : at);
            }

            return (ChunkStatus.NeedMore, WireFault.None, Convert.ToHexString([.. body]), 0);
        }
    }

    [Theory]
    [InlineData("5;a=b\r\nhello\r\n0\r\n\r\n", "ChunkExtension")]
    [InlineData("5 \r\nhello\r\n0\r\n\r\n", "ChunkSize")]
    [InlineData("0x5\r\nhello\r\n0\r\n\r\n", "ChunkSize")]
    [InlineData("-5\r\nhello\r\n0\r\n\r\n", "ChunkSize")]
    [InlineData("\r\nhello", "ChunkSize")]
    [InlineData("5\nhello\r\n", "ChunkSize")]
    [InlineData("5\r\nhello!\r\n", "ChunkEnd")]
    [InlineData("5\r\nhello\n0\r\n\r\n", "ChunkEnd")]
    [InlineData("0\r\nTrailer: x\r\n\r\n", "Trailer")]
    [InlineData("0; other\r\n\r\n", "ChunkExtension")]
    [InlineData("0; abcd\r\n\r\n", "ChunkExtension")]
    [InlineData("000000005\r\nhello\r\n", "ChunkSize")]
    [InlineData("ffffffff\r\n", "ChunkTooLong")]
    public void OddChunk_IsRefused(string text, string expected)
    {
        var reader = new ChunkReader();
        var input = Ask.Bytes(text).AsSpan();
        while (reader.Read(input, out var taken, out _) == ChunkStatus.Piece) input = input[taken..];

        reader.Fault.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("req-hdr=0, null-body=10", "EncapsulatedLies")]
    [InlineData("req-hdr=1, null-body=38", "Encapsulated")]
    [InlineData("req-hdr=0, null-body=0", "Encapsulated")]
    [InlineData("req-hdr=0", "Encapsulated")]
    [InlineData("null-body=0", "Encapsulated")]
    [InlineData("null-body=0, req-hdr=38", "Encapsulated")]
    [InlineData("req-hdr=0, req-hdr=10, null-body=38", "Encapsulated")]
    [InlineData("req-hdr=0, res-hdr=10, null-body=38", "Encapsulated")]
    [InlineData("req-hdr=0, res-body=38", "Encapsulated")]
    [InlineData("req-hdr=0, opt-body=38", "Encapsulated")]
    [InlineData("req-hdr=-0, null-body=38", "Encapsulated")]
    [InlineData("req-hdr=0, null-body=99999999", "Encapsulated")]
    [InlineData("req-hdr=0, null-body=38, req-body=40", "Encapsulated")]
    [InlineData("req-hdr=0, null-body=40000", "HeadTooLong")]
    [InlineData("req-hdr=0; null-body=38", "Encapsulated")]
    [InlineData("req-hdr=0, other=38", "Encapsulated")]
    [InlineData("req-hdr=0,  null-body=38", "None")]
    [InlineData("REQ-HDR=0, NULL-BODY=38", "None")]
    public void ListOfParts_IsBelievedOnlyWhenItIsTrue(string list, string expected)
    {
        using var reader = new RequestReader();
        reader.Read(Ask.Bytes($"REQMOD icap://h/reqmod ICAP/1.0\r\nEncapsulated: {list}\r\n\r\nGET http://a.test/ HTTP/1.1\r\nX: xx\r\n\r\n"), out _);

        reader.Fault.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("GET icap://h/reqmod ICAP/1.0", "Method")]
    [InlineData("reqmod icap://h/reqmod ICAP/1.0", "Method")]
    [InlineData("REQMOD icap://h/other ICAP/1.0", "Service")]
    [InlineData("REQMOD icap://h ICAP/1.0", "Service")]
    [InlineData("REQMOD icap://h/respmod ICAP/1.0", "MethodForService")]
    [InlineData("REQMOD icap://h/reqmod ICAP/1.1", "RequestLine")]
    [InlineData("REQMOD http://h/reqmod ICAP/1.0", "RequestLine")]
    [InlineData("REQMOD icap://h/reqmod", "RequestLine")]
    [InlineData("", "RequestLine")]
    public void FirstLine_IsRead(string line, string expected)
    {
        using var reader = new RequestReader();
        reader.Read(Ask.Bytes($"{line}\r\nHost: h\r\n\r\n"), out _);

        reader.Fault.ToString().ShouldBe(expected);
    }

    // Whole answers before the one that may be cut.
    private static int Count(byte[] output) => System.Text.Encoding.Latin1.GetString(output).Split("ICAP/1.0 ").Length;
}
