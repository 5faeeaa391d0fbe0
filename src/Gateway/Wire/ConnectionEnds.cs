using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Lifeguard.Gateway.Wire;

/// <summary>
/// Both ends of a browser's connection to a Squid, as <c>10.20.4.7 51234 10.20.0.1 3128</c>. While it is open no other has the same two, at
/// whichever Squid; so gateway and kernel can speak of one connection.
/// </summary>
internal sealed record ConnectionEnds(IPEndPoint Client, IPEndPoint Door)
{
    private const byte Space = (byte)' ';

    /// <param name="rest">What follows behind the four words.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ConnectionEnds? ends, out ReadOnlySpan<byte> rest)
    {
        ends = null;
        rest = text;
        if (!TryEnd(ref rest, out var client) || !TryEnd(ref rest, out var door)) return false;
        ends = new ConnectionEnds(client, door);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Client.Address} {Client.Port} {Door.Address} {Door.Port}");

    private static bool TryEnd(ref ReadOnlySpan<byte> text, [NotNullWhen(true)] out IPEndPoint? end)
    {
        end = null;
        if (!IPAddress.TryParse(Word(ref text), out var address)) return false;
        var digits = Word(ref text);
        if (!Utf8Parser.TryParse(digits, out ushort port, out var read) || read != digits.Length) return false;
        end = new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port);
        return true;
    }

    private static ReadOnlySpan<byte> Word(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf(Space);
        var word = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return word;
    }
}
