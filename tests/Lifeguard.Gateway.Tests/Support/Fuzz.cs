using System.Globalization;

namespace Lifeguard.Gateway.Tests.Support;

/// <summary>Random inputs that can be had again: the seed stands in every failure, and <c>LIFEGUARD_SEED</c> sets it.</summary>
internal static class Fuzz
{
    public static int Inputs { get; } = Environment.GetEnvironmentVariable("LIFEGUARD_FULL") == "1" ? 1_000_000 : 20_000;

    public static int Seed { get; } = Environment.GetEnvironmentVariable("LIFEGUARD_SEED") is { } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : Environment.TickCount;

    /// <summary>Changes some bytes: flips, cuts, doubles, splices another text in.</summary>
    public static byte[] Mutate(Random random, IReadOnlyList<byte[]> texts)
    {
        List<byte> bytes = [.. texts[random.Next(texts.Count)]];
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(7))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when at < bytes.Count:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2 when at < bytes.Count:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, Odd[random.Next(Odd.Length)]);
                    break;
                case 4:
                    var other = texts[random.Next(texts.Count)];
                    bytes.InsertRange(at, other[random.Next(other.Length)..]);
                    break;
                case 5 when at < bytes.Count && bytes[at] is >= (byte)'0' and <= (byte)'9':
                    bytes[at] = (byte)random.Next('0', '9' + 1);
                    break;
                default:
                    if (random.Next(4) == 0) bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }

            if (bytes.Count == 0) bytes.Add((byte)random.Next(256));
        }

        return [.. bytes];
    }

    private static readonly byte[][] Odd =
    [
        .. new[] { "\r\n", "\r\n\r\n", "\n", "\r", "\0", "0\r\n\r\n", "; ieof", "ffffffff", "-1", "Encapsulated: req-hdr=0, null-body=0\r\n", "Preview: 0\r\n", "Allow: 204\r\n", "%00", "http://", "=", ",", " ", "\t", "<script>" }.Select(Ask.Bytes),
        [0xe2, 0x80, 0xae], [0xff, 0xfe], [0xc0, 0xaf],
    ];
}
