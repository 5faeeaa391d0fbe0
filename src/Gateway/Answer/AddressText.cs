using System.Text;

namespace Lifeguard.Gateway.Answer;

/// <summary>
/// An address as people may look at it: text, never a link. Every byte that is not a plain ASCII sign stands as <c>%XX</c>, so nothing in it can
/// turn the writing round, hide, or look like another letter.
/// </summary>
internal static class AddressText
{
    public const int MostSigns = 160;

    public static string Of(ReadOnlySpan<byte> address)
    {
        var text = new StringBuilder(MostSigns + 8);
        foreach (var one in address)
        {
            if (text.Length >= MostSigns) return text.Append('…').ToString();
            if (one is > (byte)' ' and < 0x7f) text.Append((char)one);
            else text.Append('%').Append(one.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
