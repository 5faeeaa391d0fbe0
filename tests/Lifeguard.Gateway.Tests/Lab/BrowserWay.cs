using System.Text;

namespace Lifeguard.Gateway.Tests.Lab;

/// <summary>One line of the table of ways around, as somebody at a browser can try it; or why they cannot.</summary>
/// <param name="Method">GET is typed or followed; others are a page's own script or form; SOCKET is a web socket.</param>
/// <param name="Address">As it is typed.</param>
/// <param name="Cannot">Why a browser never sends this; null where it does.</param>
internal sealed record BrowserWay(Way Way, string Method, string Address, string? Cannot)
{
    /// <summary>Lines that are made of bytes, but of which a page's script sends the like.</summary>
    private static readonly Dictionary<string, (string Method, string Address)> ByScript = new(StringComparer.Ordinal)
    {
        ["053a"] = ("GET", "http://good.test/b ad/"),
        ["053b"] = ("GET", "http://good.test/b\tad/"),
        ["060c"] = ("SOCKET", "ws://blocked.test/"),
        ["068d"] = ("HEAD", "http://blocked.test/"),
        ["068e"] = ("POST", "http://blocked.test/"),
        ["068f"] = ("FOO", "http://good.test/"),
        ["080"] = ("GET", "https://good.test@blocked.test/"),
        ["094a"] = ("SOCKET", "ws://blocked.test/ws"),
        ["094b"] = ("SOCKET", "ws://proxy.test/ws"),
    };

    public static IEnumerable<BrowserWay> All() => Way.All().Select(Of);

    private static BrowserWay Of(Way way)
    {
        if (ByScript.TryGetValue(way.Id, out var script)) return new(way, script.Method, script.Address, null);
        BrowserWay No(string why) => new(way, "", "", why);
        return way.Form switch
        {
            "get" when way.Send.StartsWith("ftp:", StringComparison.Ordinal) || way.Send.StartsWith("gopher:", StringComparison.Ordinal) || way.Send.StartsWith("urn:", StringComparison.Ordinal) || way.Send.StartsWith("cache_object:", StringComparison.Ordinal) => No("no browser speaks this scheme"),
            "get" => new(way, "GET", Encoding.UTF8.GetString([.. RawClient.Pieces(way.Send).SelectMany(piece => piece.Bytes)]), null),
            "raw" => No("a browser writes its own head and lines"),
            "connect" when way.Name != "=" && !string.Equals(way.Name, way.Send.Split(':')[0].TrimEnd('.'), StringComparison.OrdinalIgnoreCase) && !char.IsAsciiDigit(way.Send[0]) && way.Send[0] != '[' => No("a browser's hello says the name that it asked the proxy for"),
            "connect" when way.Name is not ("=" or "-") && char.IsAsciiDigit(way.Send[0]) => No("a browser says no name in the hello where the address is a number"),
            "connect" when !way.Send.Contains(':', StringComparison.Ordinal) => No("a browser always says the port of a tunnel"),
            "connect" => new(way, "GET", $"https://{way.Send}/", null),
            "tunnel" => No("a browser's tunnel begins with a hello"),
            "hello" => No("a browser writes its own hello"),
            _ => No("nothing that comes to a proxy"),
        };
    }
}
