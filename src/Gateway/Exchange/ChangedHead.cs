using System.Buffers;
using System.Text;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Exchange;

/// <summary>
/// Writes a request's head anew: at another address, with a field added, without what would hide the page's words from us. The rest goes
/// out as it came.
/// </summary>
internal static class ChangedHead
{
    /// <param name="target">The new address; empty: the same.</param>
    /// <param name="added">A field as <c>Name: value</c>; empty for none.</param>
    /// <param name="isPlain">The answer is not to be compressed.</param>
    /// <returns>False when it does not come out as one head, and must not go.</returns>
    public static bool Write(IBufferWriter<byte> output, HttpHead request, ReadOnlySpan<byte> head, ReadOnlySpan<byte> target, ReadOnlySpan<byte> added, bool isPlain)
    {
        if (target.IndexOfAnyInRange((byte)0, (byte)' ') >= 0 || added.ContainsAny("\r\n\0"u8)) return false;

        output.Write(request.MethodName(head));
        output.Write(" "u8);
        output.Write(target.IsEmpty ? request.Target(head) : target);
        output.Write(request.VersionAndEnd(head));

        var addedName = added.IsEmpty ? default : added[..Math.Max(0, added.IndexOf((byte)':'))];
        var host = target.IsEmpty ? default : HostOf(target);
        if (!target.IsEmpty && host.IsEmpty) return false;

        // The new host stands where it stood, first of all where it did not.
        if (!host.IsEmpty) Line(output, "Host"u8, host);
        for (var i = 0; i < request.Fields.Count; i++)
        {
            var name = request.Fields.Name(head, i);
            if (!host.IsEmpty && Ascii.EqualsIgnoreCase(name, "Host"u8)) continue;
            if (isPlain && Ascii.EqualsIgnoreCase(name, "Accept-Encoding"u8)) continue;

            // What the browser says about the same thing would stand beside ours, and who knows which one counts.
            if (!addedName.IsEmpty && Ascii.EqualsIgnoreCase(name, addedName)) continue;
            Line(output, name, request.Fields.Value(head, i));
        }

        if (!added.IsEmpty)
        {
            output.Write(added);
            output.Write("\r\n"u8);
        }

        output.Write("\r\n"u8);
        return true;
    }

    private static void Line(IBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        output.Write(name);
        output.Write(": "u8);
        output.Write(value);
        output.Write("\r\n"u8);
    }

    private static ReadOnlySpan<byte> HostOf(ReadOnlySpan<byte> address)
    {
        var start = address.IndexOf("://"u8);
        if (start < 0) return default;
        var rest = address[(start + 3)..];
        var end = rest.IndexOfAny("/?#"u8);
        if (end >= 0) rest = rest[..end];
        return rest[(rest.LastIndexOf((byte)'@') + 1)..];
    }
}
