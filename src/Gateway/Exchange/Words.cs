using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Gateway.Exchange;

/// <summary>Verdicts as the wire and the log write them; made once.</summary>
internal static class Words
{
    private static readonly string[] Actions = [.. Enum.GetNames<FilterAction>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Reasons = Enum.GetNames<Reason>();
    private static readonly byte[][] ActionBytes = [.. Actions.Select(System.Text.Encoding.ASCII.GetBytes)];

    public static string Of(FilterAction action) => Actions[(int)action];
    public static string Of(Reason reason) => Reasons[(int)reason];
    public static ReadOnlySpan<byte> BytesOf(FilterAction action) => ActionBytes[(int)action];
}
