using System.Buffers.Binary;
using System.Globalization;

namespace Lifeguard.Filtering.Engine.Addresses;

/// <summary>
/// IPv6 in brackets. An address that carries an IPv4 one (mapped, NAT64, 6to4) is read as that one, which lists know. A zone is refused:
/// it means something on this machine alone.
/// </summary>
internal static class Ipv6Reader
{
    public static AddressFault TryReadHost(ReadOnlySpan<byte> text, ushort usualPort, Span<byte> scratch, out HostReader.Host host)
    {
        host = default;
        var end = text.IndexOf((byte)']');
        if (end < 0) return AddressFault.Ipv6;
        var port = usualPort;
        var after = text[(end + 1)..];
        if (!after.IsEmpty && (after[0] != (byte)':' || !HostReader.TryReadPort(after[1..], out port))) return AddressFault.Port;

        Span<byte> address = stackalloc byte[16];
        if (!TryRead(text[1..end], address)) return AddressFault.Ipv6;
        host = new HostReader.Host { Name = scratch[..Write(address, scratch)], Port = port, IsNumber = true };
        return AddressFault.None;
    }

    public static bool TryRead(ReadOnlySpan<byte> text, Span<byte> address)
    {
        address.Clear();
        Span<ushort> groups = stackalloc ushort[8];
        var count = 0;
        var gap = -1;
        var at = 0;
        if (text.StartsWith("::"u8))
        {
            gap = 0;
            at = 2;
        }

        while (at < text.Length)
        {
            if (count == 8) return false;
            var end = text[at..].IndexOf((byte)':');
            var part = end < 0 ? text[at..] : text[at..(at + end)];
            if (part.Contains((byte)'.'))
            {
                if (end >= 0 || count > 6 || !Ipv4Reader.TryRead(part, out var number)) return false;
                groups[count++] = (ushort)(number >> 16);
                groups[count++] = (ushort)number;
                break;
            }

            if (part.IsEmpty || part.Length > 4 || !TryReadHex(part, out groups[count])) return false;
            count++;
            if (end < 0) break;
            at += end + 1;
            if (at == text.Length) return false;
            if (text[at] != (byte)':') continue;
            if (gap >= 0) return false;
            gap = count;
            at++;
        }

        if (gap < 0 ? count != 8 : count > 7) return false;
        if (gap < 0) gap = count;
        for (var group = 0; group < gap; group++) BinaryPrimitives.WriteUInt16BigEndian(address[(2 * group)..], groups[group]);
        for (var group = gap; group < count; group++) BinaryPrimitives.WriteUInt16BigEndian(address[(2 * (group + 8 - count))..], groups[group]);
        return true;
    }

    private static bool TryReadHex(ReadOnlySpan<byte> part, out ushort value) =>
        ushort.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static int Write(ReadOnlySpan<byte> address, Span<byte> into)
    {
        var carried = address[..12].SequenceEqual(Mapped) || address[..12].SequenceEqual(Nat64) ? BinaryPrimitives.ReadUInt32BigEndian(address[12..])
            : address[0] == 0x20 && address[1] == 0x02 ? BinaryPrimitives.ReadUInt32BigEndian(address[2..])
            : 0;
        if (carried != 0) return Ipv4Reader.Write(carried, into);

        // All groups in full, so that there is one spelling.
        var at = 0;
        into[at++] = (byte)'[';
        for (var group = 0; group < 8; group++)
        {
            if (group > 0) into[at++] = (byte)':';
            BinaryPrimitives.ReadUInt16BigEndian(address[(2 * group)..]).TryFormat(into[at..], out var written, "x", CultureInfo.InvariantCulture);
            at += written;
        }

        into[at++] = (byte)']';
        return at;
    }

    private static ReadOnlySpan<byte> Mapped => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];
    private static ReadOnlySpan<byte> Nat64 => [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];
}
