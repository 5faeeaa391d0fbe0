using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Lifeguard.Gateway.Squid.Lint;

/// <summary>The words that a configuration defines, and whether they fit an imagined request. What is not understood may fit or not.</summary>
internal sealed class SquidAcls
{
    private readonly Dictionary<string, List<SquidDirective>> _acls;
    private readonly Dictionary<string, Regex> _expressions = new(StringComparer.Ordinal);

    public SquidAcls(IEnumerable<SquidDirective> all) =>
        _acls = all.Where(directive => directive.Name == "acl" && directive.Words.Count >= 2).GroupBy(directive => directive.Words[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    public IReadOnlyList<SquidDirective> this[string name] => _acls.GetValueOrDefault(name) ?? [];

    public IEnumerable<SquidDirective> All => _acls.Values.SelectMany(lines => lines);

    /// <summary>Whether all words of a rule fit: true, false, or null for "perhaps".</summary>
    public bool? Fits(IEnumerable<string> words, SquidProbe probe)
    {
        bool? all = true;
        foreach (var word in words)
        {
            var fits = word.StartsWith('!') ? !Fits(word[1..], probe) : Fits(word, probe);
            if (fits == false) return false;
            if (fits is null) all = null;
        }

        return all;
    }

    private bool? Fits(string name, SquidProbe probe)
    {
        if (!_acls.TryGetValue(name, out var lines))
        {
            return name switch
            {
                "all" => true,
                "manager" => probe.Protocol == "CACHE_OBJECT" || probe.Path.StartsWith("/squid-internal-mgr", StringComparison.Ordinal),
                _ => null,
            };
        }

        bool? any = false;
        foreach (var line in lines)
        {
            var values = line.Words.Skip(2).Where(word => word is not ("-n" or "-i" or "--")).ToArray();
            var fits = Fits(line.Words[1], values, name, probe);
            if (fits == true) return true;
            any = fits is null ? null : any;
        }

        return any;
    }

    private bool? Fits(string type, string[] values, string name, SquidProbe probe) => type switch
    {
        "myportname" => values.Contains(probe.Door),
        "src" => probe.From is { } from ? InAny(values, from) : name == $"{probe.Door}_networks" ? true : null,
        "dst" => InAny(values, probe.To),
        "method" => values.Contains(probe.Method),
        "proto" => values.Any(value => string.Equals(value, probe.Protocol, StringComparison.OrdinalIgnoreCase)),
        "port" => values.Any(value => InRange(value, probe.Port)),
        "dstdomain" => InNames(values, probe, probe.Kind),
        "ssl::server_name" => InNames(values, probe, probe.Hello ?? probe.Kind),
        "dstdom_regex" => AnyMatches(values, probe.Host),
        "urlpath_regex" => AnyMatches(values, probe.Path),
        "url_regex" => values is [var file] && file.StartsWith('"') ? probe.Kind == HostKind.SealedAddress : AnyMatches(values, $"http://{probe.Host}{probe.Path}"),
        "proxy_auth" => probe.IsSignedIn,
        "at_step" => values.Contains($"SslBump{probe.Step.ToString(CultureInfo.InvariantCulture)}"),
        _ => null,
    };

    private static bool? InNames(string[] values, SquidProbe probe, HostKind kind)
    {
        bool? any = false;
        foreach (var value in values)
        {
            if (value.StartsWith('"'))
            {
                var fits = Path.GetFileName(value.Trim('"')) switch
                {
                    "sealed.names" => kind == HostKind.Sealed,
                    "helplines.names" => kind == HostKind.Helpline,
                    "never-decrypt.names" => kind == HostKind.NeverDecrypted,
                    _ => (bool?)null,
                };
                if (fits == true) return true;
                any = fits is null ? null : any;
            }
            else if (value == probe.Host || (value.StartsWith('.') && $".{probe.Host}".EndsWith(value, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return any;
    }

    private static bool? InAny(string[] values, IPAddress address)
    {
        bool? any = false;
        foreach (var value in values)
        {
            if (value == "all") return true;
            if (IPNetwork.TryParse(value, out var network))
            {
                if (network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address)) return true;
            }
            else if (IPAddress.TryParse(value, out var one))
            {
                if (one.Equals(address)) return true;
            }
            else
            {
                any = null;
            }
        }

        return any;
    }

    private static bool InRange(string value, int port)
    {
        var parts = value.Split('-');
        return int.TryParse(parts[0], CultureInfo.InvariantCulture, out var from) && int.TryParse(parts[^1], CultureInfo.InvariantCulture, out var to) && port >= from && port <= to;
    }

    private bool? AnyMatches(string[] values, string text)
    {
        try
        {
            return values.Any(value => Expression(value).IsMatch(text));
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private Regex Expression(string text)
    {
        if (!_expressions.TryGetValue(text, out var expression))
            _expressions[text] = expression = new Regex(text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return expression;
    }
}
