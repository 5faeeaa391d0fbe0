using System.Text;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Answer;

/// <summary>Whether somebody is going to read what comes, or a page has only asked for a picture, a script, a piece of data.</summary>
internal static class Reading
{
    public static bool IsFor(ReadOnlySpan<byte> head, Fields fields)
    {
        var destination = fields.Find(head, "Sec-Fetch-Dest"u8);
        if (!destination.IsEmpty)
            return Is(destination, "document"u8) || Is(destination, "iframe"u8) || Is(destination, "frame"u8) || Is(destination, "fencedframe"u8);

        // Plain HTTP has no such field. Browsers ask for pages with text/html, and for everything else without.
        var accept = fields.Find(head, "Accept"u8);
        return accept.IsEmpty || accept.IndexOf("text/html"u8) >= 0;
    }

    private static bool Is(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(value, word);
}
