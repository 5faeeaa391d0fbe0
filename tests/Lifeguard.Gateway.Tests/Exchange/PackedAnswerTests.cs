using System.IO.Compression;
using System.Text;
using Lifeguard.Gateway.Tests.Support;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Tests.Exchange;

/// <summary>Answers that come packed although we asked for them plain: their words are read all the same, and the browser gets them as they came.</summary>
public sealed class PackedAnswerTests
{
    private const string Good = "<p>plain words, and enough of them that packing is worth while</p>";
    private const string Bad = "<p>free slots and casino</p>";

    private readonly LineInMemory _line = new();

    public static TheoryData<string, string> Packers => new()
    {
        { "gzip", "gzip" }, { "GZip", "gzip" }, { "x-gzip", "gzip" }, { "deflate", "zlib" }, { "deflate", "deflate" }, { "br", "br" },
    };

    [Theory]
    [MemberData(nameof(Packers))]
    public async Task PackedPage_IsRead_AndGoesOnAsItCame(string encoding, string packer)
    {
        var packed = Pack(packer, Good);
        var good = await AskAsync(encoding, packed);
        good[^1].Word.ShouldBe("answer");
        good[^1].ResponseHead.ShouldBe(Ask.Html($"Content-Encoding: {encoding}\r\n"));
        good[^1].Body.ShouldBe(packed);

        (await AskAsync(encoding, Pack(packer, Bad)))[^1].Word.ShouldBe("page 403");
        (await AskAsync(encoding, [.. Pack(packer, Bad).Select(one => one.ToString())]))[^1].Word.ShouldBe("page 403");
        _line.Log.Lines.ShouldAllBe(line => line == "10.4.0.7 - sure readers good.test/ block PageWords -");
        _line.Log.Lines.Count.ShouldBe(2);

        // What broke off says what it says.
        (await AskAsync(encoding, packed[..^6]))[^1].Body.ShouldBe(packed[..^6]);
    }

    [Theory]
    [InlineData("Content-Encoding: zstd\r\n")]
    [InlineData("Content-Encoding: gzip, br\r\n")]
    [InlineData("Content-Encoding: identity\r\nContent-Encoding: gzip\r\n")]
    [InlineData("Content-Encoding: identity, gzip\r\n")]
    [InlineData("Content-Encoding: x\r\n")]
    public async Task WhatNobodyHereUnpacks_IsRefused_ForAReasonOfItsOwn(string fields)
    {
        var answer = await _line.AskOneAsync(Ask.Answer("http://good.test/", Ask.Html(fields), "0\r\n\r\n"));

        answer.Word.ShouldBe("page 403");
        answer.Body!.ShouldContain("could not read");
        _line.Log.Lines.ShouldBe(["10.4.0.7 - sure readers good.test/ block Unread -"]);
    }

    [Theory]
    [InlineData("gzip", "not packed at all")]
    [InlineData("br", "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("deflate", "\u00ff\u00ff\u00ff\u00ff")]
    public async Task WhatIsNotWhatItSays_IsRefusedToo(string encoding, string body)
    {
        (await AskAsync(encoding, body))[^1].Word.ShouldBe("page 403");

        _line.Log.Lines.ShouldHaveSingleItem().ShouldContain("Unread");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Bomb_IsNotUnpacked(string packer)
    {
        (await AskAsync(packer, Pack(packer, new string(' ', 50_000_000))))[^1].Word.ShouldBe("page 403");

        _line.Log.Lines.ShouldHaveSingleItem().ShouldContain("Unread");
    }

    [Theory]
    [MemberData(nameof(Packers))]
    public async Task LongPage_GoesOnWhenEnoughOfItIsRead_AndIsCutWhereItGoesOver(string encoding, string packer)
    {
        var packed = Pack(packer, Noise(3 * Limits.Held) + Bad);
        var pieces = packed.Chunk(4_000).Select(piece => new string(piece)).ToArray();
        var (input, output, run) = _line.Open();
        await input.SendAsync(Ask.Answer("http://good.test/", Ask.Html($"Content-Encoding: {encoding}\r\n"), "0\r\n\r\n") + Ask.Chunks(pieces));
        await run;

        var all = Encoding.Latin1.GetString(await LineInMemory.DrainAsync(output));
        all.ShouldContain("res-hdr=0");
        all.ShouldNotEndWith("0\r\n\r\n");
        _line.Log.Lines.ShouldHaveSingleItem().ShouldContain("PageWords");

        var good = Pack(packer, Noise(3 * Limits.Held));
        (await AskAsync(encoding, [.. good.Chunk(4_000).Select(piece => new string(piece))]))[^1].Body.ShouldBe(good);
    }

    [Fact]
    public async Task AnyBytes_ComeToAnAnswer()
    {
        var random = new Random(Fuzz.Seed);
        foreach (var (encoding, packer) in new[] { ("gzip", "gzip"), ("deflate", "zlib"), ("deflate", "deflate"), ("br", "br") })
        {
            byte[][] texts = [Ask.Bytes(Pack(packer, Good)), Ask.Bytes(Pack(packer, Noise(300))), Ask.Bytes(Pack(packer, Bad))];
            for (var i = 0; i < Fuzz.Inputs / 8; i++)
            {
                var bytes = Fuzz.Mutate(random, texts);
                var word = "nothing";
                try
                {
                    var text = Encoding.Latin1.GetString(bytes);
                    word = (await AskAsync(encoding, text.Length == 0 ? [] : [text[..(text.Length / 2 + 1)], .. text.Length > 2 ? new[] { text[(text.Length / 2 + 1)..] } : []]))[^1].Word;
                }
                catch (Exception failed)
                {
                    Assert.Fail($"Seed {Fuzz.Seed}, {packer}, input {i}: {failed}\n{Convert.ToHexString(bytes)}");
                }

                word.ShouldBeOneOf("answer", "page 403");
            }
        }
    }

    private async Task<IReadOnlyList<Answered>> AskAsync(string encoding, params string[] pieces) =>
        await _line.AskAsync(Ask.Answer("http://good.test/", Ask.Html($"Content-Encoding: {encoding}\r\n"), "0\r\n\r\n") + Ask.Chunks(pieces));

    /// <summary>Text that hardly packs.</summary>
    private static string Noise(int length)
    {
        var random = new Random(7);
        return string.Concat(Enumerable.Range(0, length).Select(_ => (char)('0' + random.Next(64)))).Replace('<', '.');
    }

    private static string Pack(string packer, string text)
    {
        using var packed = new MemoryStream();
        using (Stream into = packer switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "zlib" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        }) into.Write(Encoding.ASCII.GetBytes(text));
        return Encoding.Latin1.GetString(packed.ToArray());
    }
}
