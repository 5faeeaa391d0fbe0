using System.Globalization;
using System.Net;

namespace Lifeguard.Gateway.Squid.Lint;

/// <summary>The requests that the linter imagines.</summary>
internal static class SquidProbes
{
    private static readonly int[] Ports = [1, 21, 22, 23, 25, 53, 70, 81, 110, 119, 143, 210, 444, 563, 591, 777, 853, 1025, 1194, 3128, 8080, 8443, 9001, 65535];
    private static readonly string[] Methods = ["TRACE", "PURGE", "PROPFIND", "FOO", "get"];
    private static readonly string[] Protocols = ["FTP", "GOPHER", "WAIS", "CACHE_OBJECT", "URN", "WHOIS", "ICY"];

    internal static readonly string[] Numbers = ["198.51.100.66", "3325256770", "0xc6336442", "0306.063.0144.0102", "198.51.25666", "198.51.100.66.", "[2001:db8::1]", "2001:db8::1", "fe80::1%eth0"];

    /// <summary>What nobody may open at a door, in words.</summary>
    public static IEnumerable<(SquidProbe Probe, string What)> Shut(string door, SquidAcls acls)
    {
        // A page that is otherwise fine, a helpline, a name that may lead inside: no door opens further for any of them.
        foreach (var fine in new[] { new SquidProbe(door), new SquidProbe(door) { Kind = HostKind.Helpline } })
        {
            foreach (var method in Methods.Concat(Named(acls, "method").Where(method => method is not ("GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" or "CONNECT")))) yield return (fine with { Method = method }, $"pages with the method {method}");
            foreach (var protocol in Protocols) yield return (fine with { Protocol = protocol }, $"{protocol} addresses");
            foreach (var path in new[] { "/squid-internal-mgr/info", "/squid-internal-static/icons/x.png", "/squid-internal-periodic/store_digest" }) yield return (fine with { Path = path }, "Squid's own pages");
            foreach (var port in Ports.Concat(Mentioned(acls)).Where(port => port is not (80 or 443))) yield return (fine with { Port = port }, $"port {port}");
            foreach (var port in Ports.Concat(Mentioned(acls)).Append(80).Where(port => port != 443)) yield return (fine.Tunnel() with { Port = port }, $"a tunnel to port {port}");
            foreach (var range in SquidConfiguration.Private) yield return (fine with { To = IPNetwork.Parse(range).BaseAddress }, $"what lies inside ({range})");
            foreach (var from in new[] { "8.8.8.8", "203.0.113.7", "2001:db8::7" }) yield return (fine with { From = IPAddress.Parse(from) }, "pages from outside its networks");
        }

        yield return (new SquidProbe(door) { Kind = HostKind.Sealed }, "the sealed list");
        yield return (new SquidProbe(door) { Kind = HostKind.Sealed }.Tunnel(), "tunnels to the sealed list");
        yield return (new SquidProbe(door) { Kind = HostKind.SealedAddress }, "a sealed address");
        yield return (new SquidProbe("other"), "pages by a port of no name");
        if (door != "pupils") yield break;
        foreach (var number in Numbers)
        {
            yield return (new SquidProbe(door) { Host = number }, $"bare numbers ({number})");
            yield return (new SquidProbe(door) { Host = number }.Tunnel(), $"tunnels to bare numbers ({number})");
        }
    }

    /// <summary>What must open, or the filter is of no use.</summary>
    public static IEnumerable<(SquidProbe Probe, string What)> Open(string door)
    {
        yield return (new SquidProbe(door), "a page");
        yield return (new SquidProbe(door) { Method = "POST" }, "a form");
        yield return (new SquidProbe(door).Tunnel(), "a tunnel");
        yield return (new SquidProbe(door) { Kind = HostKind.Helpline, IsSignedIn = false }, "a helpline without signing in");
        yield return (new SquidProbe(door) { Kind = HostKind.Helpline, IsSignedIn = false }.Tunnel(), "a helpline's tunnel without signing in");
    }

    /// <summary>What the filter must be shown.</summary>
    public static IEnumerable<SquidProbe> Filtered(string door, SquidAcls acls)
    {
        foreach (var kind in new[] { HostKind.Plain, HostKind.NeverDecrypted, HostKind.Sealed, HostKind.SealedAddress })
        {
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" }) yield return new SquidProbe(door) { Kind = kind, Method = method };
            foreach (var step in new[] { 0, 1, 2 }) yield return new SquidProbe(door) { Kind = kind, Step = step }.Tunnel();
            yield return new SquidProbe(door) { Kind = kind, IsSignedIn = false };
        }

        foreach (var name in acls.All.Where(acl => acl.Words[1] is "dstdomain" && acl.Words[0] != "inside").SelectMany(acl => acl.Words.Skip(2)).Where(word => word is not "-n" && !word.StartsWith('"')))
            yield return new SquidProbe(door) { Host = name.TrimStart('.') };
    }

    private static IEnumerable<string> Named(SquidAcls acls, string type) => acls.All.Where(acl => acl.Words[1] == type).SelectMany(acl => acl.Words.Skip(2));

    // One below, at and one above whatever a rule names.
    private static IEnumerable<int> Mentioned(SquidAcls acls) => Named(acls, "port").SelectMany(word => word.Split('-')).Select(word => int.TryParse(word, CultureInfo.InvariantCulture, out var port) ? port : 0)
        .SelectMany(port => new[] { port - 1, port, port + 1 }).Where(port => port is > 0 and < 65536).Distinct();
}
