using System.Globalization;
using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Filtering.Engine.Tests.Decide;

/// <summary>The tables of ways around a filter and of what must stay open, asked of the engine alone.</summary>
public sealed class CorpusTests
{
    private const string Yaml =
        """
        policy: 1
        school: A school
        lowest level: pupils
        categories:
          adult: { title: Adult content, lists: [adult], locked: yes }
          circumvention: { title: Ways round the filter, lists: [circumvention], locked: yes }
        own lists:
          lessons: { addresses: [lesson.test] }
        words:
          bad: { title: Bad words, words: [badword], in: [searches, addresses] }
          rude: { title: Rude words, words: [porn, fuck, cunt, shit, wank, tits, cock, dick, pussy, ass, anal, whore, slut, rape, nigger, faggot, molest, penis, vagina, nude, sex], in: [searches] }
          rude-addresses: { title: Rude words in addresses, words: [porn, xxx, fuck, hardcore sex, naked girls, live sex], in: [addresses] }
          harm: { title: Self-harm, action: note, words: [suicide, kill myself, self harm, cut myself] }
        levels:
          pupils: { title: Pupils, blocks: [adult, circumvention], words: [bad, rude-addresses, harm] }
          garden: { title: The youngest, only: [lessons] }
          staff: { title: Staff, for: staff, blocks: [adult, circumvention], words: [bad] }
        """;

    private static readonly Filter Filter = Small.Filter(Yaml,
        ("adult", "blocked.test\ngood.test/bad\n"), ("circumvention", "nip.test\ndoh.test\nproxy.test\nfront.test\nremote.test\nmirror.test\n"));

    public static TheoryData<string, string, string> Ways()
    {
        TheoryData<string, string, string> data = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Gate", "bypass.tsv")))
        {
            if (line.StartsWith('#') || line.StartsWith("id\t", StringComparison.Ordinal)) continue;
            var fields = line.Split('\t');
            if (fields[5] != "-") data.Add(fields[0], fields[4] is "-" or "=" ? (fields[1] == "connect" ? "CONNECT " : "") + fields[2] : fields[4], fields[5]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void WayAround_EndsAsTheTableSays(string id, string asked, string expected)
    {
        var answers = asked.Split(" | ").Select(one => Answer(Bytes(one))).ToList();

        var wanted = expected.Split('+');
        for (var at = 0; at < answers.Count; at++) wanted[at].ShouldContain(answers[at], Case.Sensitive, $"{id}: {asked[..Math.Min(asked.Length, 200)]}");
    }

    public static TheoryData<string, string> Open()
    {
        TheoryData<string, string> data = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Gate", "must-allow.tsv")))
        {
            if (line.StartsWith('#') || line.StartsWith("kind\t", StringComparison.Ordinal)) continue;
            var fields = line.Split('\t');
            data.Add(fields[0], fields[1]);
        }

        return data;
    }

    [Fact]
    public void WhatMustStayOpen_IsOpen_AndHelplinesEverywhere()
    {
        var all = Open();
        all.Count.ShouldBeGreaterThanOrEqualTo(300);
        List<string> wrong = [];
        foreach (var row in all)
        {
            var (kind, address) = row.Data;
            foreach (var level in new[] { "pupils", "staff", "garden" })
            {
                if (level == "garden" && kind != "helpline") continue;
                var verdict = Filter.Ask(address, level);
                if (!verdict.IsAllowed || kind == "helpline" && verdict.Reason is not Reason.Helpline) wrong.Add($"{level}: {address} {verdict.Action} {verdict.Reason}");
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static string Answer(byte[] asked)
    {
        var (method, address) = Split(asked);
        var scratch = new byte[WebAddress.ScratchLength];
        var fault = method is WebMethod.Connect ? WebAddress.TryReadTunnel(address, scratch, out var read) : WebAddress.TryRead(address, scratch, out read);
        if (fault is not AddressFault.None) return "R";
        return Filter.Decide(new WebRequest(read, method), Filter.AskerAt(Filter.Policy.Lowest), Moment.At(Small.Now, Filter.Policy.Zone)).Action switch
        {
            FilterAction.Allow => "A",
            FilterAction.Rewrite => "W",
            FilterAction.Block => "B",
            _ => "R",
        };
    }

    private static (WebMethod, byte[]) Split(byte[] asked)
    {
        var blank = Array.IndexOf(asked, (byte)' ');
        var word = blank > 0 ? Encoding.ASCII.GetString(asked, 0, blank) : "";
        if (word.Length is < 3 or > 10 || !word.All(char.IsAsciiLetter)) return (WebMethod.Get, asked);
        var method = word switch
        {
            "GET" => WebMethod.Get,
            "HEAD" => WebMethod.Head,
            "POST" => WebMethod.Post,
            "CONNECT" => WebMethod.Connect,
            "TRACE" => WebMethod.Trace,
            _ => WebMethod.Other,
        };
        return (method, asked[(blank + 1)..]);
    }

    /// <summary>Reads the table's way of writing bytes.</summary>
    private static byte[] Bytes(string text)
    {
        List<byte> bytes = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[at]]));
                continue;
            }

            at++;
            if (text[at] == 'x')
            {
                bytes.Add(byte.Parse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 2;
            }
            else
            {
                bytes.Add((byte)(text[at] switch { 'r' => '\r', 'n' => '\n', 't' => '\t', var other => other }));
            }
        }

        return [.. bytes];
    }
}
