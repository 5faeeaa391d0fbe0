using System.Runtime.CompilerServices;
using System.Text;

namespace Lifeguard.Gateway.Wire;

/// <summary>
/// The header fields of one head: where each name and value lies, not a copy of it. Made once for a connection and filled again for each
/// message. Looking something up compares bytes in place.
/// </summary>
internal sealed class Fields
{
    private readonly Field[] _fields = new Field[Limits.Fields];

    public int Count { get; private set; }

    public Field this[int index] => _fields[index];

    /// <summary>The head in which the fields lie is kept by whoever asks.</summary>
    public void Clear() => Count = 0;

    /// <summary>Reads the lines of a head behind its first line, to its empty line.</summary>
    /// <param name="head">The whole head; it ends with an empty line.</param>
    /// <param name="from">Where the first field begins.</param>
    /// <param name="mayFold">Whether a value may go on in the next line, as old servers send it.</param>
    public WireFault Read(ReadOnlySpan<byte> head, int from, bool mayFold)
    {
        Count = 0;
        while (true)
        {
            var line = head[from..];
            var length = line.IndexOf((byte)'\r');
            if (length < 0 || length + 1 >= line.Length || line[length + 1] != '\n') return WireFault.Field;
            if (length == 0) return from + 2 == head.Length ? WireFault.None : WireFault.Field;

            line = line[..length];
            if (line.ContainsAny(Broken)) return WireFault.Field;

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                if (!mayFold || Count == 0) return WireFault.Field;
                var folded = _fields[Count - 1];
                _fields[Count - 1] = folded with { ValueLength = from + length - folded.ValueStart };
            }
            else
            {
                if (Count == Limits.Fields) return WireFault.TooManyFields;

                var name = line.IndexOf((byte)':');
                if (name <= 0 || line[..name].ContainsAny(NotInNames)) return WireFault.Field;

                var start = name + 1;
                while (start < length && line[start] is (byte)' ' or (byte)'\t') start++;
                while (length > start && line[length - 1] is (byte)' ' or (byte)'\t') length--;
                _fields[Count++] = new Field(from, name, from + start, length - start);
                length = line.Length;
            }

            from += length + 2;
        }
    }

    /// <summary>The value of the first field of that name; empty when there is none.</summary>
    public ReadOnlySpan<byte> Find(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name) =>
        IndexOf(head, name) is var at and >= 0 ? Value(head, at) : default;

    /// <summary>Where the first field of that name stands, from a place on; -1 when there is none.</summary>
    public int IndexOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name, int from = 0)
    {
        for (var i = from; i < Count; i++)
            if (_fields[i].NameLength == name.Length && Ascii.EqualsIgnoreCase(Name(head, i), name)) return i;
        return -1;
    }

    public bool Has(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name) => IndexOf(head, name) >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> head, int index) => head.Slice(_fields[index].NameStart, _fields[index].NameLength);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> head, int index) => head.Slice(_fields[index].ValueStart, _fields[index].ValueLength);

    private static ReadOnlySpan<byte> Broken => "\0\n"u8;

    private static readonly System.Buffers.SearchValues<byte> NotInNames = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 33).Select(i => (byte)i), .. "\"(),/:;<=>?@[\\]{}"u8, .. Enumerable.Range(127, 129).Select(i => (byte)i)]);
}

/// <summary>Where one field lies in its head.</summary>
internal readonly record struct Field(int NameStart, int NameLength, int ValueStart, int ValueLength);
