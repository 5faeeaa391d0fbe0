using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lifeguard.Gateway.Squid.Lint;

/// <summary>What the linter compares with.</summary>
internal static class SquidLintTables
{
    /// <summary>One value and no other.</summary>
    public static readonly IReadOnlyDictionary<string, string> Exactly = new Dictionary<string, string>
    {
        ["icap_enable"] = "on",
        ["icap_preview_enable"] = "on",
        ["icap_206_enable"] = "off",
        ["icap_persistent_connections"] = "on",
        ["icap_service_failure_limit"] = "-1",
        ["adaptation_send_client_ip"] = "on",
        ["icap_client_username_header"] = "X-Client-Username",
        ["icap_client_username_encode"] = "off",
        ["uri_whitespace"] = "encode",
        ["pipeline_prefetch"] = "0",
        ["cache"] = "deny all",
        ["via"] = "off",
        ["forwarded_for"] = "delete",
        ["follow_x_forwarded_for"] = "deny all",
        ["httpd_suppress_version_string"] = "on",
        ["global_internal_static"] = "off",
        ["digest_generation"] = "off",
        ["icp_port"] = "0",
        ["htcp_port"] = "0",
        ["snmp_port"] = "0",
        ["pinger_enable"] = "off",
        ["on_unsupported_protocol"] = "respond all",
        ["strip_query_terms"] = "on",
        ["log_mime_hdrs"] = "off",
        ["debug_options"] = "ALL,1",
        ["email_err_data"] = "off",
        ["coredump_dir"] = "none",
        ["cache_store_log"] = "none",
    };

    /// <summary>At most so many seconds, or kilobytes.</summary>
    public static readonly IReadOnlyDictionary<string, int> AtMost = new Dictionary<string, int>
    {
        ["icap_connect_timeout"] = 2,
        ["icap_io_timeout"] = 3,
        ["icap_service_revival_delay"] = 5,
        ["shutdown_lifetime"] = 3,
        ["request_header_max_size"] = 32,
        ["reply_header_max_size"] = 64,
        ["request_timeout"] = 60,
    };

    public static readonly IReadOnlyList<string> Needed = ["http_access", "adapted_http_access", "ssl_bump", "icap_service", "adaptation_access", "error_directory", "cache_effective_user", "pid_filename"];

    /// <summary>Everything that our own configuration may say.</summary>
    public static readonly FrozenSet<string> Known = Exactly.Keys.Concat(AtMost.Keys).Concat(Needed).Concat(
    [
        "http_port", "acl", "auth_param", "sslcrtd_program", "sslcrtd_children", "http_upgrade_request_protocols", "adaptation_send_username", "adaptation_meta",
        "adaptation_service_set", "logformat", "access_log", "cache_log", "connect_timeout", "forward_timeout", "read_timeout", "half_closed_clients",
        "quick_abort_min", "quick_abort_max", "cache_mem", "maximum_object_size_in_memory", "negative_dns_ttl", "max_filedescriptors", "deny_info", "logfile_rotate",
        "clientside_tos", "dns_nameservers", "visible_hostname", "hosts_file", "cache_peer", "never_direct", "dns_timeout", "tls_outgoing_options",
    ]).ToFrozenSet(StringComparer.Ordinal);

    public static readonly IReadOnlyList<string> PortOptions = ["name=", "ssl-bump", "generate-host-certificates=", "dynamic_cert_mem_cache_size=", "tls-cert="];

    public static readonly FrozenSet<string> LogWords = new[] { "lifeguard", "%ts.%03tu", "%6tr", "%lp", "%Ss/%03>Hs", "%<st", "%rm" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Each word of the rules, and what it may mean.</summary>
    public static readonly IReadOnlyDictionary<string, Regex> Acls = new Dictionary<string, string>
    {
        ["pupils_port"] = "myportname pupils",
        ["staff_port"] = "myportname staff",
        ["pupils_networks"] = "src( [0-9a-fA-F.:/]+)+",
        ["staff_networks"] = "src( [0-9a-fA-F.:/]+)+",
        ["CONNECT"] = "method CONNECT",
        ["web_methods"] = "method [A-Z ]+",
        ["web_protocols"] = "proto HTTP HTTPS",
        ["web_ports"] = "port 80 443",
        ["tls_port"] = "port 443",
        ["squid_pages"] = "urlpath_regex -i \\^/squid-internal-",
        ["bare_number"] = "dstdom_regex -n -i " + Regex.Escape(SquidConfiguration.BareNumber),
        ["to_private"] = "dst [0-9a-f.:/ ]+",
        ["inside"] = "dstdomain -n( \\.[a-z0-9._-]+)+",
        ["sealed"] = "dstdomain -n \"/[^\" ]*/sealed\\.names\"",
        ["sealed_addresses"] = "url_regex -i \"/[^\" ]*/sealed\\.addresses\"",
        ["sealed_hello"] = "ssl::server_name \"/[^\" ]*/sealed\\.names\"",
        ["helplines"] = "dstdomain -n \"/[^\" ]*/helplines\\.names\"",
        ["helplines_hello"] = "ssl::server_name \"/[^\" ]*/helplines\\.names\"",
        ["never_decrypt"] = "dstdomain -n \"/[^\" ]*/never-decrypt\\.names\"",
        ["never_decrypt_hello"] = "ssl::server_name \"/[^\" ]*/never-decrypt\\.names\"",
        ["step1"] = "at_step SslBump1",
        ["step2"] = "at_step SslBump2",
        ["signed_in"] = "proxy_auth REQUIRED",
        ["probed"] = "dstdomain -n " + Regex.Escape(SquidConfiguration.Probed),
    }.ToDictionary(pair => pair.Key, pair => new Regex($"\\A{pair.Value}\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));

    public static IEnumerable<string> Told(IEnumerable<string> doors, bool decrypts)
    {
        yield return "X-Filter-Sni \"%ssl::>sni\" all";
        yield return "X-Filter-Stage 1 step1 CONNECT";
        yield return "X-Filter-Stage 2 step2";
        yield return "X-Filter-Connection \"%>a %>p %>la %>lp\" step2 pupils_port";
        foreach (var door in doors) yield return $"X-Filter-Port {door} {door}_port";
        if (decrypts) yield return "X-Filter-Decrypt yes !never_decrypt";
    }

    /// <summary>Seconds or kilobytes; null for anything else, larger units among them.</summary>
    public static int? Amount(IReadOnlyList<string> words) =>
        words.Count is 1 or 2 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && (words.Count == 1 || words[1] is "second" or "seconds" or "KB") ? amount : null;
}
