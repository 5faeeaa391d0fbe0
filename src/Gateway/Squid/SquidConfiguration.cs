using System.Text;

namespace Lifeguard.Gateway.Squid;

/// <summary>
/// The whole of Squid's configuration, written from the settings. Closed by construction: whatever is not decided here, or cannot be
/// decided by a gateway in time, stays shut for pupils. Nobody edits it; <see cref="Lint.SquidLint"/> finds it when somebody did.
/// </summary>
internal static class SquidConfiguration
{
    /// <summary>Ranges that lead into the school's own network or nowhere; a name that resolves into one is not followed.</summary>
    internal static readonly IReadOnlyList<string> Private =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
        "::1/128", "64:ff9b::/96", "2001::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
    ];

    /// <summary>What the probes ask for, once a minute.</summary>
    internal const string Probed = "adult.lifeguard.example";

    /// <summary>
    /// What Squid calls it when somebody comes from a network that the door does not know. The page looks like every other that is closed; but
    /// whoever probes must not take it for a word of the filter, which nobody asked.
    /// </summary>
    internal const string NotLetIn = "ERR_FORWARDING_DENIED";

    /// <summary>A name that ends in a number, or holds a colon, is a bare number in one of its forms.</summary>
    internal const string BareNumber = @"(^|[.])(0x[0-9a-f]*|[0-9]+)[.]?$ [:]";

    /// <summary>What a connection to a helpline carries in its IP head, so that it can be told from others: it is never cut off.</summary>
    internal const string HelplineMark = "0x08";

    /// <summary>What every other carries; a connection is marked anew with each request.</summary>
    internal const string OtherMark = "0x04";

    public static string Write(SquidSettings settings, SquidFiles files)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        Line("# Written by Lifeguard from its settings at each start. Do not edit: it is written anew, and refused when it was changed.");
        Line();
        Line("# The doors.");
        Doors(Line, settings, files);
        Line();
        Line("# Words for the rules below.");
        Words(Line, settings, files);
        Line();
        Line("# What is closed for everybody comes first, then helplines, which are open to everybody; then who comes in at which door.");
        Line("http_access deny manager");
        Line("http_access deny squid_pages");
        Line("http_access deny !web_methods");
        Line("http_access deny !web_protocols !CONNECT");
        Line("http_access deny !web_ports");
        Line("http_access deny CONNECT !tls_port");
        Line("http_access deny sealed");
        Line("http_access deny sealed_addresses");
        Line("http_access deny pupils_port bare_number");
        Line("http_access deny to_private !inside");
        foreach (var door in DoorsOf(settings)) Line($"http_access allow {door}_port {door}_networks helplines");
        foreach (var door in DoorsOf(settings))
        {
            if (settings.SignIn is not null)
            {
                // The gateway's own probes have no name. The filter is asked about them all the same, and the address leads nowhere.
                Line($"http_access allow {door}_port {door}_networks probed");
                Line($"http_access deny {door}_port {door}_networks !signed_in");
            }

            Line($"http_access allow {door}_port {door}_networks");
        }

        Line("http_access deny all");
        Line();
        Line("# An address that a gateway rewrote is judged once more.");
        Line("adapted_http_access deny sealed");
        Line("adapted_http_access deny sealed_addresses");
        Line("adapted_http_access deny to_private !inside");
        Line("adapted_http_access allow all");
        Line();
        Line("# A tunnel's hello is looked at for its name, by the filter too, before anything flows.");
        Tunnels(Line, settings);
        Line();
        Line("# Whoever ends connections of the pupils' door must know which of them lead to helplines.");
        Line($"clientside_tos {HelplineMark} helplines");
        Line($"clientside_tos {OtherMark} all");
        Line();
        Line("# The filter. For pupils nothing goes on without its word.");
        Filter(Line, settings);
        Line();
        Line("# What is written down: that somebody asked and what became of it; not who, and not what. Helplines not even that.");
        Line("logformat lifeguard %ts.%03tu %6tr %lp %Ss/%03>Hs %<st %rm");
        Line("access_log none helplines");
        // Where it cannot be written it is left out; by its own default Squid ends itself when the disk is full.
        Line($"access_log stdio:{files.AccessLog} logformat=lifeguard on-error=drop all");
        Line("strip_query_terms on");
        Line("log_mime_hdrs off");
        Line($"cache_log {files.CacheLog}");
        Line("cache_store_log none");
        // Begun anew when somebody tells it to (scripts/gate.sh does, by their size); Debian keeps none of the old ones by itself.
        Line("logfile_rotate 10");
        Line("debug_options ALL,1");
        Line($"pid_filename {files.ProcessNumber}");
        Line("coredump_dir none");
        Line();
        Line("# What a reader of addresses must not be lenient about, and what is not used and therefore off.");
        foreach (var line in Fixed) Line(line);
        Line($"error_directory {files.Pages}");
        Line("email_err_data off");
        foreach (var acl in new[] { "sealed", "sealed_addresses", "bare_number", "to_private", "squid_pages", "web_methods", "web_protocols", "web_ports", "tls_port" })
            Line($"deny_info 403:ERR_ACCESS_DENIED {acl}");
        Line($"deny_info 403:{NotLetIn} all");

        if (settings.NameServers.Count > 0) Line($"dns_nameservers {string.Join(' ', settings.NameServers)}");
        Line($"cache_effective_user {settings.User}");
        Line($"visible_hostname {settings.Name}.filter.invalid");
        if (settings.Laboratory is { } laboratory) Laboratory(Line, laboratory);
        return text.ToString();
    }

    private static void Doors(Action<string> line, SquidSettings settings, SquidFiles files)
    {
        foreach (var (name, door) in new[] { ("pupils", settings.Pupils), ("staff", settings.Staff) })
        {
            foreach (var at in door?.Listen ?? [])
            {
                line(settings.Decryption is null
                    ? $"http_port {at} name={name} ssl-bump generate-host-certificates=off tls-cert={files.Placeholder}"
                    : $"http_port {at} name={name} ssl-bump generate-host-certificates=on dynamic_cert_mem_cache_size=8MB tls-cert={files.Authority}");
            }
        }

        if (settings.Decryption is null) return;
        line($"sslcrtd_program /usr/lib/squid/security_file_certgen -s {files.Certificates} -M 16MB");
        line("sslcrtd_children 5 startup=1 idle=1");
    }

    private static void Words(Action<string> line, SquidSettings settings, SquidFiles files)
    {
        foreach (var (name, door) in new[] { ("pupils", settings.Pupils), ("staff", settings.Staff) })
        {
            if (door is null) continue;
            line($"acl {name}_port myportname {name}");
            line($"acl {name}_networks src {string.Join(' ', door.Networks)}");
        }

        line("acl CONNECT method CONNECT");
        line("acl web_methods method GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT");
        line("acl web_protocols proto HTTP HTTPS");
        line("acl web_ports port 80 443");
        line("acl tls_port port 443");
        line("acl squid_pages urlpath_regex -i ^/squid-internal-");
        line($"acl bare_number dstdom_regex -n -i {BareNumber}");
        line($"acl to_private dst {string.Join(' ', Private)}");
        line($"acl inside dstdomain -n {(settings.Inside.Count == 0 ? ".inside.invalid" : NameList.Of(settings.Inside.Select(name => NameList.Canonical(name)!)).NamesAsText().Trim().Replace('\n', ' '))}");
        line($"acl sealed dstdomain -n \"{files.SealedNames}\"");
        line($"acl sealed_addresses url_regex -i \"{files.SealedAddresses}\"");
        line($"acl sealed_hello ssl::server_name \"{files.SealedNames}\"");
        line($"acl helplines dstdomain -n \"{files.Helplines}\"");
        line($"acl helplines_hello ssl::server_name \"{files.Helplines}\"");
        if (settings.Decryption is not null)
        {
            line($"acl never_decrypt dstdomain -n \"{files.NeverDecrypt}\"");
            line($"acl never_decrypt_hello ssl::server_name \"{files.NeverDecrypt}\"");
        }

        line("acl step1 at_step SslBump1");
        line("acl step2 at_step SslBump2");
        if (settings.SignIn is not { } signIn) return;
        line($"auth_param basic program {signIn.Program ?? $"{Environment.ProcessPath} sign-in {signIn.Door} {files.Key}"}");
        line("auth_param basic children 4 startup=1 idle=1 concurrency=200");
        line($"auth_param basic realm {signIn.Realm}");
        line("auth_param basic credentialsttl 5 minutes");
        line("auth_param basic casesensitive off");
        line("acl signed_in proxy_auth REQUIRED");
        line($"acl probed dstdomain -n {Probed}");
    }

    private static void Tunnels(Action<string> line, SquidSettings settings)
    {
        line("ssl_bump peek step1");
        line("ssl_bump terminate sealed_hello");
        // A helpline is not asked about; so nothing else may travel in its tunnel.
        line("ssl_bump terminate helplines !helplines_hello");
        line("ssl_bump splice helplines");
        if (settings.Decryption is not null) line("ssl_bump splice never_decrypt never_decrypt_hello");
        line(settings.Decryption is null ? "ssl_bump splice all" : "ssl_bump bump all");
        line("on_unsupported_protocol respond all");
        line("http_upgrade_request_protocols websocket allow all");
    }

    private static void Filter(Action<string> line, SquidSettings settings)
    {
        line("icap_enable on");
        line("icap_preview_enable on");
        line("icap_206_enable off");
        line("icap_persistent_connections on");
        line("icap_connect_timeout 2 seconds");
        line("icap_io_timeout 3 seconds");
        line("icap_service_failure_limit -1");
        line("icap_service_revival_delay 5");
        line("adaptation_send_client_ip on");
        line($"adaptation_send_username {(settings.SignIn is null ? "off" : "on")}");
        line("icap_client_username_header X-Client-Username");
        line("icap_client_username_encode off");
        line("adaptation_meta X-Filter-Sni \"%ssl::>sni\" all");
        line("adaptation_meta X-Filter-Stage 1 step1 CONNECT");
        line("adaptation_meta X-Filter-Stage 2 step2");
        line("adaptation_meta X-Filter-Connection \"%>a %>p %>la %>lp\" step2 pupils_port");
        foreach (var door in DoorsOf(settings)) line($"adaptation_meta X-Filter-Port {door} {door}_port");
        if (settings.Decryption is not null) line("adaptation_meta X-Filter-Decrypt yes !never_decrypt");

        var staffOpens = settings.Staff?.WhenGateFails is WhenGateFails.Open;
        Services(line, settings, "closed", "off");
        if (staffOpens) Services(line, settings, "open", "on");
        foreach (var what in new[] { "ask", "look" })
        {
            line($"adaptation_access {what}_closed deny helplines");
            line($"adaptation_access {what}_closed allow pupils_port");
            if (settings.Staff is not null && !staffOpens) line($"adaptation_access {what}_closed allow staff_port");
            line($"adaptation_access {what}_closed deny all");
            if (!staffOpens) continue;
            line($"adaptation_access {what}_open deny helplines");
            line($"adaptation_access {what}_open allow staff_port");
            line($"adaptation_access {what}_open deny all");
        }
    }

    private static void Services(Action<string> line, SquidSettings settings, string kind, string bypass)
    {
        foreach (var (what, point, path) in new[] { ("ask", "reqmod_precache", "reqmod"), ("look", "respmod_precache", "respmod") })
        {
            var names = settings.Gateways.Select((_, index) => $"{what}_{kind}_{index + 1}").ToArray();
            for (var index = 0; index < names.Length; index++)
                line($"icap_service {names[index]} {point} icap://{settings.Gateways[index]}/{path} bypass={bypass} on-overload=wait max-conn={settings.Lines}");
            line($"adaptation_service_set {what}_{kind} {string.Join(' ', names)}");
        }
    }

    private static void Laboratory(Action<string> line, SquidLaboratory laboratory)
    {
        line("");
        line("# A laboratory: names from a file, one server for all others.");
        line($"hosts_file {laboratory.HostsFile}");
        line($"cache_peer {laboratory.ParentHost} parent {laboratory.ParentPort} 0 no-query no-digest no-netdb-exchange default name=world");
        line("never_direct allow all");
        line("dns_timeout 1 second");
        if (laboratory.Authorities is { } authorities) line($"tls_outgoing_options cafile={authorities}");
    }

    private static IEnumerable<string> DoorsOf(SquidSettings settings) => settings.Staff is null ? ["pupils"] : ["pupils", "staff"];

    private static readonly IReadOnlyList<string> Fixed =
    [
        // "deny" would be stricter, but Squid 5 then refuses its own questions to the filter too, which end in " ICAP/1.0". Encoded, the filter
        // sees exactly what the website would be sent; the default takes spaces out, and turns one path into another.
        "uri_whitespace encode",
        "pipeline_prefetch 0",
        "request_header_max_size 32 KB",
        "reply_header_max_size 64 KB",
        "request_timeout 30 seconds",
        "connect_timeout 10 seconds",
        "forward_timeout 30 seconds",
        "read_timeout 5 minutes",
        "half_closed_clients off",
        "quick_abort_min 0 KB",
        "quick_abort_max 0 KB",
        "shutdown_lifetime 1 second",
        "cache deny all",
        "cache_mem 8 MB",
        "maximum_object_size_in_memory 0 KB",
        "negative_dns_ttl 60 seconds",
        "via off",
        "forwarded_for delete",
        "follow_x_forwarded_for deny all",
        "httpd_suppress_version_string on",
        "global_internal_static off",
        "digest_generation off",
        "icp_port 0",
        "htcp_port 0",
        "snmp_port 0",
        "pinger_enable off",
        "max_filedescriptors 16384",
    ];
}
