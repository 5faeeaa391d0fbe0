using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Gateway.Live;

namespace Lifeguard.Gateway.Exchange;

/// <summary>
/// CONNECT. Squid asks twice: before it has heard anything of the tunnel (stage 1), and when the name that the browser offers is known
/// (stage 2). At the first only doors are shut, since a page that is to be shown can be shown later. A tunnel of which no stage is said is
/// judged at once: nobody has promised a second question.
/// </summary>
internal static class Tunnel
{
    private const int LongestName = 255;
    private static readonly System.Buffers.SearchValues<byte> NotInNames = System.Buffers.SearchValues.Create("/?#@:\\"u8);

    /// <summary>What the offered name is read in.</summary>
    public const int Space = LongestText + WebAddress.ScratchLength;

    private const int LongestText = LongestName + 24;

    /// <param name="space">At least <see cref="Space"/> bytes; it must live as long as the address that was judged.</param>
    /// <param name="judged">The address of which the verdict speaks: the tunnel's, or the one that the browser offers within it.</param>
    /// <param name="isLast">False: it only may begin; what is in it is asked about later, and nothing is written down yet.</param>
    public static Verdict Decide(InForce force, in TunnelAsked asked, in WebAddress tunnel, Client client, in Moment now, Span<byte> space, out WebAddress judged, out bool isLast)
    {
        judged = tunnel;
        var own = force.Decide(new WebRequest(tunnel, WebMethod.Connect), client.Asker, now);

        if (asked.Stage.SequenceEqual("1"u8) || asked.IsDecrypted && asked.Stage.SequenceEqual("2"u8))
        {
            isLast = !own.IsAllowed && IsDoor(own, tunnel);
            return isLast ? own : new Verdict(FilterAction.Allow, Reason.NothingAgainst) { IsLogged = false };
        }

        isLast = true;
        if (!own.IsAllowed) return own;

        if (asked.Name.IsEmpty || asked.Name.SequenceEqual("-"u8))
        {
            // A helpline is open in every way of asking. Without a stage there has been no hello yet that could have named anything.
            if (own.Reason == Reason.Helpline || asked.Stage.IsEmpty || client.Asker.Level.OpensNamelessTunnels) return own;
            return new Verdict(FilterAction.Block, Reason.NoServerName);
        }

        return Named(force, asked.Name, tunnel.Port, client, own, now, space, ref judged);
    }

    /// <summary>The name that the browser offers, judged as the page that it opens. The name it asked the proxy for has passed already.</summary>
    private static Verdict Named(InForce force, ReadOnlySpan<byte> name, ushort port, Client client, in Verdict own, in Moment now, Span<byte> space, ref WebAddress judged)
    {
        if (name.Length > LongestName || name.ContainsAny(NotInNames)) return Filter.Unreadable;

        var text = space[..LongestText];
        "https://"u8.CopyTo(text);
        name.CopyTo(text[8..]);
        var length = 8 + name.Length;
        if (port != 443)
        {
            text[length++] = (byte)':';
            System.Buffers.Text.Utf8Formatter.TryFormat(port, text[length..], out var digits);
            length += digits;
        }

        text[length++] = (byte)'/';
        if (WebAddress.TryRead(text[..length], space[LongestText..], out var address) is not AddressFault.None) return Filter.Unreadable;

        var verdict = force.Decide(new WebRequest(address), client.Asker, now);

        // A name that is allowed says no more than the tunnel's own did: nothing can be rewritten within it, and safe search there is the
        // resolver's work. A helpline, by either name, is never written down.
        if (verdict.IsAllowed) return verdict.Reason == Reason.Helpline ? verdict : own;

        // What is written down and explained is the name that is blocked; the tunnel's own may be a bare number.
        judged = address;
        return verdict with { IsLogged = own.IsLogged };
    }

    private static bool IsDoor(in Verdict verdict, in WebAddress tunnel) => verdict.Reason switch
    {
        Reason.Unreadable or Reason.Method or Reason.Scheme or Reason.Port or Reason.RawNumber => true,

        // The sealed list goes before the doors; through another port no second question would come.
        _ => tunnel.Port != 443,
    };
}
