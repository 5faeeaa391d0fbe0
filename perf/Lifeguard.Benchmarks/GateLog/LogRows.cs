using System.Globalization;
using System.Text;

namespace Lifeguard.Benchmarks.GateLog;

/// <summary>
/// The rows of every store that is measured: thirty days, 2,000 people of whom a few ask for most, 60 categories, one in twenty refused,
/// host and path of about 98 bytes.
/// </summary>
internal sealed class LogRows
{
    public const long Start = 1_790_000_000_000;
    public const long Span = 30L * 86_400_000;
    public const int People = 2_000;

    private readonly string[] _hosts;
    private readonly string[] _paths;
    private ulong _state = 42;

    private LogRows(string[] hosts, string[] paths) => (_hosts, _paths) = (hosts, paths);

    /// <summary>Over the addresses of a file (LIFEGUARD_URLS), one a line, or over invented ones.</summary>
    public static LogRows Over(string? file)
    {
        var addresses = file is null ? Invented() : File.ReadLines(file).Take(300_000);
        var (hosts, paths) = (new List<string>(), new List<string>());
        foreach (var address in addresses)
        {
            var begin = address.IndexOf("://", StringComparison.Ordinal) + 3;
            var end = address.IndexOf('/', begin);
            hosts.Add(address[begin..end]);
            paths.Add(address[end..]);
        }

        return new LogRows([.. hosts], [.. paths]);
    }

    public void Again() => _state = 42;

    public Row Next(long number, long rows)
    {
        ulong one = Number(), other = Number();
        var part = (one >> 11) / (double)(1UL << 53);
        var at = (int)(other % (ulong)_hosts.Length);
        var person = (int)(People * part * part);
        return new Row(Start + (number * (Span / rows)), person, person + 167_837_953, _hosts[at], _paths[at], (int)((one & 0xffff) % 60),
            (other >> 40) % 20 == 0, 200, (int)((one >> 3) & 0x1ff));
    }

    private ulong Number()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return _state;
    }

    // 300,000 addresses over some 90,000 hosts, a few of them met often.
    private static IEnumerable<string> Invented()
    {
        var random = new Random(20260817);
        string[] pieces = ["learn", "video", "static", "image", "news", "mail", "shop", "play", "maths", "assets", "library", "cdn", "api", "photo", "world", "stream"];
        var text = new StringBuilder();
        for (var number = 0; number < 300_000; number++)
        {
            var host = (int)(90_000 * Math.Pow(random.NextDouble(), 2.5));
            text.Clear().Append(CultureInfo.InvariantCulture, $"https://{pieces[host % 16]}{pieces[host / 16 % 16]}{host}.example/");
            for (var length = random.Next(40, 115); length > 0;)
            {
                var piece = pieces[random.Next(16)];
                text.Append(piece).Append(random.Next(1_000)).Append(random.Next(4) == 0 ? '-' : '/');
                length -= piece.Length + 4;
            }

            yield return text.ToString();
        }
    }
}

internal readonly record struct Row(long At, int Person, int Client, string Host, string Path, int Category, bool IsRefused, int Status, int Time);
