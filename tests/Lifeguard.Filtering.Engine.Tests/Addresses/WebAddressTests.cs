using System.Text;
using Lifeguard.Filtering.Engine.Addresses;

namespace Lifeguard.Filtering.Engine.Tests.Addresses;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("http://Example.TEST/", "example.test", 80, "/")]
    [InlineData("HTTPS://example.test", "example.test", 443, "")]
    [InlineData("http://example.test../a", "example.test", 80, "/a")]
    [InlineData("http://user:pass@a@example.test:080/a", "example.test", 80, "/a")]
    [InlineData("http://example.test:8080?q", "example.test", 8080, "?q")]
    [InlineData("http://example.test#@other.test/", "example.test", 80, "#@other.test/")]
    [InlineData("http://example.test?@other.test/", "example.test", 80, "?@other.test/")]
    [InlineData("http://2130706498/", "127.0.0.66", 80, "/")]
    [InlineData("http://0x7f000042/", "127.0.0.66", 80, "/")]
    [InlineData("http://0177.0.0.0102/", "127.0.0.66", 80, "/")]
    [InlineData("http://127.66/", "127.0.0.66", 80, "/")]
    [InlineData("http://127.0.0.66./", "127.0.0.66", 80, "/")]
    [InlineData("http://[::ffff:127.0.0.66]/", "127.0.0.66", 80, "/")]
    [InlineData("http://[::ffff:7f00:42]:81/", "127.0.0.66", 81, "/")]
    [InlineData("http://[64:ff9b::7f00:42]/", "127.0.0.66", 80, "/")]
    [InlineData("http://[2002:7f00:42::]/", "127.0.0.66", 80, "/")]
    [InlineData("http://[2001:DB8::1]/", "[2001:db8:0:0:0:0:0:1]", 80, "/")]
    [InlineData("http://blo_cked.test/", "blo_cked.test", 80, "/")]
    [InlineData("http://a.test//b/./c/../d/", "a.test", 80, "/b/d/")]
    [InlineData("http://a.test/x/%2e%2e/b", "a.test", 80, "/b")]
    [InlineData("http://a.test/x/..;p=1/b", "a.test", 80, "/b")]
    [InlineData("http://a.test/x/..%2fb", "a.test", 80, "/b")]
    [InlineData("http://a.test/x\\..\\b", "a.test", 80, "/b")]
    [InlineData("http://a.test/%2562ad", "a.test", 80, "/bad")]
    [InlineData("http://a.test/../../b/..", "a.test", 80, "/")]
    [InlineData("http://a.test/BAD/%41?Q=A+B%20c", "a.test", 80, "/bad/a?q=a b c")]
    [InlineData("http://a.test/a%zz%", "a.test", 80, "/a%zz%")]
    public void Address_HasOneForm(string raw, string host, int port, string line)
    {
        var scratch = new byte[WebAddress.ScratchLength];

        WebAddress.TryRead(Encoding.Latin1.GetBytes(raw), scratch, out var address).ShouldBe(AddressFault.None);

        (Encoding.ASCII.GetString(address.Host), (int)address.Port, Encoding.Latin1.GetString(address.Line)).ShouldBe((host, port, line));
    }

    [Theory]
    [InlineData("http://blocke%64.test/", AddressFault.HostPercent)]
    [InlineData("http://good.test%40blocked.test/", AddressFault.HostPercent)]
    [InlineData("http://blocked.test\\@good.test/", AddressFault.HostCharacter)]
    [InlineData("http://good.test\\.blocked.test/", AddressFault.HostCharacter)]
    [InlineData("http://blocked.test;good.test/", AddressFault.HostCharacter)]
    [InlineData("http://blocked.test:/", AddressFault.Port)]
    [InlineData("http://blocked.test:65616/", AddressFault.Port)]
    [InlineData("http://blocked.test:0/", AddressFault.Port)]
    [InlineData("http://[fe80::1%25eth0]/", AddressFault.Ipv6)]
    [InlineData("http://[::1/", AddressFault.Ipv6)]
    [InlineData("http://[1:2:3]/", AddressFault.Ipv6)]
    [InlineData("http://fe80::1/", AddressFault.HostCharacter)]
    [InlineData("http://1.2.3.4.5/", AddressFault.Number)]
    [InlineData("http://256.1.1.1/", AddressFault.Number)]
    [InlineData("http://name.42/", AddressFault.Number)]
    [InlineData("http://bl\u00f6cked.test/", AddressFault.HostNotAscii)]
    [InlineData("http://xn--abc-.test/", AddressFault.Punycode)]
    [InlineData("http://xn--\u0061.test/", AddressFault.Punycode)]
    [InlineData("http://a..test/", AddressFault.HostCharacter)]
    [InlineData("http:///blocked.test", AddressFault.NoHost)]
    [InlineData("http:blocked.test", AddressFault.NotAbsolute)]
    [InlineData("http:/blocked.test", AddressFault.NotAbsolute)]
    [InlineData("/only/a/path", AddressFault.NotAbsolute)]
    [InlineData("", AddressFault.NotAbsolute)]
    [InlineData("http://a.test/b c", AddressFault.Whitespace)]
    [InlineData("http://a.test/\u0000", AddressFault.Whitespace)]
    [InlineData("http://a.test/%c0%ae%c0%ae/", AddressFault.OverlongEncoding)]
    [InlineData("http://a.test/%e0%80%af", AddressFault.OverlongEncoding)]
    [InlineData("http://a.test/%25252e", AddressFault.EncodedTooOften)]
    public void WhatCanBeReadInTwoWays_IsRefused(string raw, AddressFault fault)
    {
        WebAddress.TryRead(Encoding.Latin1.GetBytes(raw), new byte[WebAddress.ScratchLength], out _).ShouldBe(fault);
    }

    [Theory]
    [InlineData(63, 1, true)]
    [InlineData(64, 1, false)]
    [InlineData(63, 4, false)]
    [InlineData(62, 4, true)]
    public void Name_HasAtMost253BytesAndLabelsOf63(int label, int labels, bool fits)
    {
        var host = string.Join('.', Enumerable.Repeat(new string('a', label), labels)) + (labels == 1 ? ".t" : "");

        (WebAddress.TryRead(Encoding.ASCII.GetBytes($"http://{host}/"), new byte[WebAddress.ScratchLength], out _) is AddressFault.None).ShouldBe(fits);
    }

    [Theory]
    [InlineData(0, AddressFault.None)]
    [InlineData(1, AddressFault.TooLong)]
    public void Address_HasALongest(int more, AddressFault fault)
    {
        var raw = Encoding.ASCII.GetBytes("http://a.test/").Concat(Enumerable.Repeat((byte)'A', WebAddress.MaxLength - 14 + more)).ToArray();

        WebAddress.TryRead(raw, new byte[WebAddress.ScratchLength], out _).ShouldBe(fault);
    }

    [Fact]
    public void CanonicalForm_OfACanonicalForm_IsItself()
    {
        var random = new Random(20261126);
        const string pieces = "abc./\\%25%2e%2f;?#&=+AB_-~%00%41\u00e9";
        var scratch = new byte[WebAddress.ScratchLength];
        var again = new byte[WebAddress.ScratchLength];
        for (var round = 0; round < 20_000; round++)
        {
            var tail = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)])]);
            if (WebAddress.TryRead(Encoding.Latin1.GetBytes($"http://Host.test/{tail}"), scratch, out var first) is not AddressFault.None) continue;
            var path = Encoding.Latin1.GetString(first.Path);

            // What decoding brought to light would be read anew as something else; a percent sign left over is such.
            if (path.Any(one => one is '%' or '?' or '#' || one <= ' ')) continue;
            WebAddress.TryRead(Encoding.Latin1.GetBytes($"http://host.test{path}"), again, out var second).ShouldBe(AddressFault.None, tail);
            Encoding.Latin1.GetString(second.Path).ShouldBe(path, tail);
        }
    }

    [Fact]
    public void AnyBytes_AreReadOrRefused_NeverMore()
    {
        var random = new Random(7);
        var rounds = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 1_000_000 : 20_000;
        string[] seeds = ["http://user@www.Example.test:8080/a/../b%2561?x=1&y=%2f#z", "https://[2001:db8::1]:443/x", "http://xn--blcked-xxa.test/%c0%ae", "http://0x7f.1/", "ftp://a.test/", "http://a.test/\\..\\%5c..;a/./"];
        var scratch = new byte[WebAddress.ScratchLength];
        for (var round = 0; round < rounds; round++)
        {
            var bytes = Encoding.Latin1.GetBytes(seeds[random.Next(seeds.Length)]).ToList();
            for (var change = random.Next(6); change >= 0; change--)
            {
                var at = random.Next(bytes.Count + 1);
                if (random.Next(3) == 0 && at < bytes.Count) bytes.RemoveAt(at);
                else if (random.Next(2) == 0) bytes.Insert(at, (byte)random.Next(256));
                else bytes.InsertRange(at, Encoding.ASCII.GetBytes(new[] { "..", "%2e", "//", "@", "xn--", ":", "[", "%", "999999999999" }[random.Next(9)]));
            }

            var raw = bytes.ToArray();
            if (WebAddress.TryRead(raw, scratch, out var address) is AddressFault.None)
            {
                address.Host.IsEmpty.ShouldBeFalse();
                address.Host.IndexOfAny("%/\\@ "u8).ShouldBe(-1);
                (address.Line.Length <= WebAddress.MaxLength).ShouldBeTrue();
                Embeds(address);
            }

            WebAddress.TryReadTunnel(raw, scratch, out _);
        }

        static void Embeds(in WebAddress address)
        {
            var embedded = new Engine.Decide.Embedded(address, new byte[Engine.Decide.Embedded.ScratchLength]);
            while (embedded.Next(0)) embedded.Found.Host.IsEmpty.ShouldBeFalse();
        }
    }

    /// <summary>.NET's own reader of addresses is another program; where both read a host, they must read the same.</summary>
    [Fact]
    public void Host_IsTheOneThatAnotherReaderFinds()
    {
        var random = new Random(11);
        string[] hosts = ["a.test", "A.B.test", "127.1", "0x7f000001", "1.2.3.4", "a.test.", "[::1]", "xn--bcher-kva.test", "a_b.test", "0177.1", "a.test..", "256.1"];
        string[] before = ["", "user@", "u:p@", "good.test@", "a@b@", "%40@", "x;y@"];
        string[] after = ["", ":80", ":8080", "/", "/@x", "?@x", "#@x", "/a\\b", ":080/", "\\x", "/..//..", ";x/"];
        var scratch = new byte[WebAddress.ScratchLength];
        for (var round = 0; round < 5000; round++)
        {
            var text = "http://" + before[random.Next(before.Length)] + hosts[random.Next(hosts.Length)] + after[random.Next(after.Length)];
            if (WebAddress.TryRead(Encoding.ASCII.GetBytes(text), scratch, out var ours) is not AddressFault.None) continue;
            if (!Uri.TryCreate(text, UriKind.Absolute, out var theirs)) continue;
            var host = theirs.HostNameType is UriHostNameType.IPv6 ? "[" + System.Net.IPAddress.Parse(theirs.Host) + "]" : theirs.IdnHost.ToLowerInvariant().TrimEnd('.');
            var own = Encoding.ASCII.GetString(ours.Host);
            if (own.StartsWith('[')) own = "[" + System.Net.IPAddress.Parse(own) + "]";
            own.ShouldBe(host, text);
        }
    }
}
