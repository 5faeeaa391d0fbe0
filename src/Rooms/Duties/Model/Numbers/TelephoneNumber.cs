using Lifeguard.Duties.Model.Rota;

namespace Lifeguard.Duties.Model.Numbers;

internal static class TelephoneNumber
{
    /// <summary>Whether it can be dialled as it was typed: digits and what people write between them.</summary>
    public static bool IsOne(string typed) =>
        typed.Length <= OnDutyShift.LongestTelephone && typed.Count(char.IsAsciiDigit) >= 3 && typed.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '+' or '(' or ')' or '-');
}
