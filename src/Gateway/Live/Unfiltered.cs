using System.Net;
using Lifeguard.Filtering.Spool;

namespace Lifeguard.Gateway.Live;

/// <summary>
/// What the log says of a minute in which adults browsed without a filter, because their level or their door stays open when deciding fails.
/// Who browsed, and where, is not in it: nobody knows what of it was a helpline.
/// </summary>
internal static class Unfiltered
{
    public const string Reason = "Unfiltered";

    private static readonly byte[] Host = "unfiltered.invalid"u8.ToArray();

    /// <param name="level">Whose: a level, or the door.</param>
    public static DecisionRecord At(DateTimeOffset now, string level) =>
        new() { At = now.ToUnixTimeMilliseconds(), Client = IPAddress.None, Level = level, Host = Host, Action = "allow", Reason = Reason };
}
