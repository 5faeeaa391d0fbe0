using System.Net;
using System.Text;

namespace Lifeguard.Filtering.Spool;

/// <summary>
/// Reads what <see cref="SegmentBuilder"/> packed. Nothing in it is believed: every number is held against what is left.
/// Format 1 counted an answer's bytes before its microseconds, and always none, for a gateway judges before an answer comes. It is read
/// still, without them: a gateway holds segments while the site is updated, and a school's log must not lose those hours.
/// </summary>
internal ref struct SegmentParser(byte[] payload)
{
    private const byte FormatWithBytes = 1;

    private readonly ReadOnlySpan<byte> _bytes = payload;
    private int _at;
    private bool _failed;

    public static Segment? Read(in SegmentHead head, byte[] digest, byte[] payload)
    {
        var parser = new SegmentParser(payload);
        var format = parser.Byte();
        if (format is not (SegmentBuilder.Format or FormatWithBytes)) return null;
        var gateway = parser.Text();
        var askers = new List<SpoolAsker>();
        var hosts = new List<string>();
        var decisions = new List<SpoolDecision>();
        // The head was held against the length: this is at most a few megabytes.
        var rows = new SpoolRow[head.Records];
        long last = 0;
        for (var row = 0; row < rows.Length && !parser._failed; row++)
        {
            var step = parser.Number();
            last = unchecked(last + ((long)(step >> 1) ^ -(long)(step & 1)));
            if (last is < 0 or > SegmentHead.MaxTime) return null;

            var asker = parser.Place(askers.Count);
            if (asker < 0)
            {
                asker = askers.Count;
                askers.Add(new SpoolAsker(parser.Text(), parser.TextOrNothing(), parser.Byte() == 1, parser.Text()));
                if (!parser._failed && !IPAddress.TryParse(askers[^1].Client, out _)) return null;
            }

            var host = parser.Place(hosts.Count);
            if (host < 0)
            {
                host = hosts.Count;
                hosts.Add(parser.Text(DecisionRecord.MaxHost));
            }

            var decision = parser.Place(decisions.Count);
            if (decision < 0)
            {
                decision = decisions.Count;
                decisions.Add(new SpoolDecision(parser.TextOrNothing(), parser.Text(), parser.Text(), parser.TextOrNothing(), parser.TextOrNothing()));
            }

            if (format == FormatWithBytes) parser.Number();
            var microseconds = (int)Math.Min(parser.Number(), int.MaxValue);
            var length = parser.Piece(DecisionRecord.MaxPath, 0);
            rows[row] = new SpoolRow(last, asker, host, decision, microseconds, parser._at - length, length);
        }

        return parser._failed || parser._at != payload.Length ? null : new Segment(head, digest, gateway, payload, [.. askers], [.. hosts], [.. decisions], rows);
    }

    // -1 for something new.
    private int Place(int count)
    {
        var number = Number();
        if (number <= (ulong)count) return (int)number - 1;
        _failed = true;
        return 0;
    }

    private byte Byte()
    {
        if (_at < _bytes.Length) return _bytes[_at++];
        _failed = true;
        return 0;
    }

    private ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_at >= _bytes.Length) break;
            var next = _bytes[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        _failed = true;
        return 0;
    }

    // Steps over a piece of text and answers with its length; 0 where there is none.
    private int Piece(int most, int more)
    {
        var number = Number();
        if (number < (ulong)more) return -1;
        number -= (ulong)more;
        if (number > (ulong)most || number > (ulong)(_bytes.Length - _at) || !PlainText.IsPlain(_bytes.Slice(_at, (int)number)))
        {
            _failed = true;
            return 0;
        }

        _at += (int)number;
        return (int)number;
    }

    private string Text(int most = DecisionRecord.MaxName * 3)
    {
        var length = Piece(most, 0);
        return Encoding.UTF8.GetString(_bytes.Slice(_at - length, length));
    }

    private string? TextOrNothing()
    {
        var length = Piece(DecisionRecord.MaxName * 3, 1);
        return length < 0 ? null : Encoding.UTF8.GetString(_bytes.Slice(_at - length, length));
    }
}
