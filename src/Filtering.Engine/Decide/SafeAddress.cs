namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>Puts safe search into an address: every part that says otherwise goes, the one that turns it on comes last.</summary>
internal static class SafeAddress
{
    /// <summary>Whether this is a search that does not say so yet.</summary>
    public static bool IsNeeded(in WebRequest request, BuiltIn.SearchSite site)
    {
        if (site.SafeKey.Length == 0 || request.Method is not (WebMethod.Get or WebMethod.Head)) return false;
        var query = request.Address.Query;
        var isSearch = false;
        var isSafe = false;
        while (!query.IsEmpty)
        {
            var end = query.IndexOf((byte)'&');
            var part = end < 0 ? query : query[..end];
            query = end < 0 ? default : query[(end + 1)..];
            var equals = part.IndexOf((byte)'=');
            if (equals < 0) continue;
            foreach (var key in site.Keys) isSearch |= part[..equals].SequenceEqual(key);
            if (!part[..equals].SequenceEqual(site.SafeKey)) continue;

            // Said twice, once this way and once that, it is not said.
            if (!part[(equals + 1)..].SequenceEqual(site.SafeValue)) return true;
            isSafe = true;
        }

        return isSearch && !isSafe;
    }

    public static int Write(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, Span<byte> into)
    {
        if (into.Length < raw.Length + key.Length + value.Length + 2) return 0;
        var hash = raw.IndexOf((byte)'#');
        if (hash >= 0) raw = raw[..hash];
        var question = raw.IndexOf((byte)'?');
        var path = question < 0 ? raw : raw[..question];
        var query = question < 0 ? default : raw[(question + 1)..];
        path.CopyTo(into);
        var at = path.Length;
        into[at++] = (byte)'?';
        while (!query.IsEmpty)
        {
            var end = query.IndexOf((byte)'&');
            var part = end < 0 ? query : query[..end];
            query = end < 0 ? default : query[(end + 1)..];
            if (part.IsEmpty || IsKey(part, key)) continue;
            part.CopyTo(into[at..]);
            at += part.Length;
            into[at++] = (byte)'&';
        }

        key.CopyTo(into[at..]);
        at += key.Length;
        into[at++] = (byte)'=';
        value.CopyTo(into[at..]);
        return at + value.Length;
    }

    /// <summary>Whether a part of a query has this key, however it is spelt: in capitals, or with percent signs.</summary>
    private static bool IsKey(ReadOnlySpan<byte> part, ReadOnlySpan<byte> key)
    {
        var equals = part.IndexOf((byte)'=');
        var name = equals < 0 ? part : part[..equals];
        var at = 0;
        var matched = 0;
        while (at < name.Length)
        {
            var one = name[at++];
            if (one == (byte)'%' && at + 1 < name.Length && byte.TryParse(name.Slice(at, 2), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var decoded))
            {
                one = decoded;
                at += 2;
            }

            if (matched == key.Length || (one is >= (byte)'A' and <= (byte)'Z' ? one | 0x20 : one) != key[matched++]) return false;
        }

        return matched == key.Length;
    }
}
