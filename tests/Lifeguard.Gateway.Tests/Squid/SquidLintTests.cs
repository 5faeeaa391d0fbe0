using Lifeguard.Gateway.Squid;
using Lifeguard.Gateway.Squid.Lint;

namespace Lifeguard.Gateway.Tests.Squid;

public sealed class SquidLintTests
{
    private static readonly SquidSettings Plain = new()
    {
        Folder = "/tmp/gate",
        Pupils = new() { Listen = ["127.0.0.1:3128"], Networks = ["10.20.0.0/16"] },
        Staff = new() { Listen = ["127.0.0.1:3129"], Networks = ["10.30.0.0/16"] },
        Gateways = ["127.0.0.1:1344", "127.0.0.2:1344"],
    };

    private static readonly SquidSettings Everything = Plain with
    {
        Staff = Plain.Staff! with { WhenGateFails = WhenGateFails.Open },
        Gateways = ["127.0.0.1:1344"],
        Inside = ["lifeguard.school.example"],
        Decryption = new() { Authority = "/tmp/gate/authority.pem", Never = "/tmp/gate/never.txt" },
        SignIn = new() { Program = "/opt/gateway sign-in" },
        NameServers = ["10.20.0.1"],
        Laboratory = new("/tmp/hosts", "127.0.0.1", 8080, "/tmp/ca.pem"),
    };

    private static string Written(SquidSettings settings) => SquidConfiguration.Write(settings, new SquidFiles(settings.Folder));

    [Fact]
    public void WhatWeWrite_HasNoFault()
    {
        SquidLint.Look(Written(Plain)).ShouldBeEmpty();
        SquidLint.Look(Written(Plain with { Staff = null })).ShouldBeEmpty();
        SquidLint.Look(Written(Everything)).ShouldBeEmpty();
        SquidLint.Look(Written(Plain with { SignIn = Everything.SignIn })).ShouldBeEmpty();
        SquidLint.Look(Written(Plain with { Decryption = Everything.Decryption })).ShouldBeEmpty();
    }

    /// <summary>Each line of ours is there for a reason: without it something is said. Those that only make things tidy are named here.</summary>
    [Fact]
    public void EveryLineThatIsTakenOut_IsMissed()
    {
        string[] tidy =
        [
            "deny_info", "logfile_rotate", "cache_mem", "maximum_object_size_in_memory", "half_closed_clients", "quick_abort", "connect_timeout", "forward_timeout", "read_timeout", "negative_dns_ttl",
            "max_filedescriptors", "visible_hostname", "cache_log", "access_log stdio", "logformat", "http_upgrade_request_protocols", "adaptation_send_username", "dns_nameservers", "hosts_file",
            "cache_peer", "never_direct", "dns_timeout", "tls_outgoing_options", "sslcrtd", "auth_param", "http_port 127.0.0.1:3129", "adaptation_service_set", "icap_service", "http_access deny all", "http_access deny manager", "adapted_http_access allow all",
            "acl sealed_hello", "acl step", "acl inside", "ssl_bump splice helplines", "adaptation_access ask_open deny all", "adaptation_access look_open deny all",
            "adaptation_access ask_closed deny all", "adaptation_access look_closed deny all", "acl CONNECT", "acl signed_in", "acl probed", "http_access allow pupils_port pupils_networks probed", "http_access allow staff_port staff_networks probed",
        ];
        var lines = Written(Everything).Split('\n');

        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].Length == 0 || lines[index][0] == '#' || tidy.Any(start => lines[index].StartsWith(start, StringComparison.Ordinal))) continue;
            SquidLint.Look(string.Join('\n', lines.Where((_, at) => at != index))).ShouldNotBeEmpty(lines[index]);
        }
    }

    [Theory]
    [InlineData("ask_closed_1 reqmod_precache icap://127.0.0.1:1344/reqmod bypass=off", "ask_closed_1 reqmod_precache icap://127.0.0.1:1344/reqmod bypass=on", "bypass")]
    [InlineData("look_closed_2 respmod_precache icap://127.0.0.2:1344/respmod bypass=off", "look_closed_2 respmod_precache icap://127.0.0.2:1344/respmod bypass=1", "bypass")]
    [InlineData("reqmod bypass=off on-overload=wait", "reqmod bypass=off bypass=on on-overload=wait", "bypass")]
    [InlineData("bypass=off on-overload=wait", "bypass=off on-overload=bypass", "on-overload")]
    [InlineData("bypass=off on-overload=wait", "bypass=off", "on-overload")]
    [InlineData("icap_service_failure_limit -1", "icap_service_failure_limit 10", "icap_service_failure_limit")]
    [InlineData("icap_service_revival_delay 5", "icap_service_revival_delay 180", "icap_service_revival_delay")]
    [InlineData("icap_io_timeout 3 seconds", "icap_io_timeout 15 minutes", "icap_io_timeout")]
    [InlineData("icap_io_timeout 3 seconds", "icap_io_timeout 3 minutes", "icap_io_timeout")]
    [InlineData("icap_connect_timeout 2 seconds", "icap_connect_timeout 30 seconds", "icap_connect_timeout")]
    [InlineData("icap_persistent_connections on", "icap_persistent_connections off", "icap_persistent_connections")]
    [InlineData("icap_enable on", "icap_enable off", "icap_enable")]
    [InlineData("acl web_ports port 80 443", "acl web_ports port 80 443 8080", "http_access")]
    [InlineData("acl web_ports port 80 443", "acl web_ports port 1-65535", "http_access")]
    [InlineData("acl tls_port port 443", "acl tls_port port 443 22", "acl")]
    [InlineData("http_access deny CONNECT !tls_port\n", "", "http_access")]
    [InlineData("http_access deny !web_ports\n", "", "http_access")]
    [InlineData("http_access deny manager\nhttp_access deny squid_pages\n", "http_access allow manager\n", "http_access")]
    [InlineData("http_access deny squid_pages\n", "", "http_access")]
    [InlineData("GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT", "GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT TRACE", "http_access")]
    [InlineData("acl web_protocols proto HTTP HTTPS", "acl web_protocols proto HTTP HTTPS FTP", "http_access")]
    [InlineData("http_access deny !web_protocols !CONNECT\n", "", "http_access")]
    [InlineData("http_access deny pupils_port bare_number\n", "", "http_access")]
    [InlineData("http_access deny pupils_port bare_number", "http_access deny staff_port bare_number", "http_access")]
    [InlineData("dstdom_regex -n -i (^|[.])(0x[0-9a-f]*|[0-9]+)[.]?$ [:]", "dstdom_regex -n -i (^|[.])(0x[0-9a-f]*|[0-9]+)[.]?$", "http_access")]
    [InlineData("http_access deny to_private !inside\n", "", "http_access")]
    [InlineData("192.168.0.0/16 ", "", "http_access")]
    [InlineData("127.0.0.0/8 169", "169", "http_access")]
    [InlineData("http_access deny sealed\n", "", "http_access")]
    [InlineData("http_access deny sealed_addresses\n", "", "http_access")]
    [InlineData("http_access deny manager\n", "http_access allow pupils_port pupils_networks\nhttp_access deny manager\n", "http_access")]
    [InlineData("http_access deny sealed\n", "http_access allow staff_port staff_networks\nhttp_access deny sealed\n", "http_access")]
    [InlineData("http_access deny all", "http_access allow all", "http_access")]
    [InlineData("http_access allow pupils_port pupils_networks\n", "http_access allow pupils_port\n", "http_access")]
    [InlineData("http_access allow pupils_port pupils_networks\n", "http_access allow all pupils_networks\n", "http_access")]
    [InlineData("acl sealed dstdomain -n", "acl sealed dstdomain", "acl")]
    [InlineData("acl helplines dstdomain -n \"/tmp/gate/helplines.names\"", "acl helplines dstdomain -n \"/tmp/gate/helplines.names\" .good.example", "acl")]
    [InlineData("acl helplines dstdomain -n \"/tmp/gate/helplines.names\"", "acl helplines dstdomain -n .example", "acl")]
    [InlineData("acl sealed dstdomain -n \"/tmp/gate/sealed.names\"", "acl sealed dstdomain -n \"/tmp/other.names\"", "acl")]
    [InlineData("adaptation_meta X-Filter-Sni \"%ssl::>sni\" all\n", "", "adaptation_meta")]
    [InlineData("adaptation_meta X-Filter-Stage 2 step2\n", "", "adaptation_meta")]
    [InlineData("adaptation_meta X-Filter-Stage 2 step2", "adaptation_meta X-Filter-Stage 1 step2", "adaptation_meta")]
    [InlineData("adaptation_meta X-Filter-Connection \"%>a %>p %>la %>lp\" step2 pupils_port\n", "", "adaptation_meta")]
    [InlineData("adaptation_meta X-Filter-Connection \"%>a %>p", "adaptation_meta X-Filter-Connection \"%>a %<p", "adaptation_meta")]
    [InlineData("%>lp\" step2 pupils_port", "%>lp\" step2 staff_port", "adaptation_meta")]
    [InlineData("adaptation_meta X-Filter-Port staff staff_port", "adaptation_meta X-Filter-Port staff all", "adaptation_meta")]
    [InlineData("adaptation_access ask_closed deny helplines\n", "", "helplines")]
    [InlineData("adaptation_access ask_closed deny helplines\n", "adaptation_access ask_closed deny helplines\nadaptation_access ask_closed deny CONNECT\n", "adaptation")]
    [InlineData("adaptation_access ask_closed allow pupils_port\n", "", "adaptation")]
    [InlineData("adaptation_access look_closed allow pupils_port", "adaptation_access look_closed allow staff_port", "adaptation")]
    [InlineData("access_log none helplines\n", "", "access_log")]
    [InlineData("logformat=lifeguard on-error=drop all", "logformat=lifeguard all", "access_log")]
    [InlineData("logformat lifeguard %ts.%03tu", "logformat lifeguard %ts.%03tu %>a %un %ru", "logformat")]
    [InlineData("clientside_tos 0x08 helplines", "clientside_tos 0x08 all", "clientside_tos")]
    [InlineData("clientside_tos 0x04 all\n", "", "clientside_tos")]
    [InlineData("uri_whitespace encode", "uri_whitespace strip", "uri_whitespace")]
    [InlineData("pipeline_prefetch 0", "pipeline_prefetch 1", "pipeline_prefetch")]
    [InlineData("icp_port 0", "icp_port 3130", "icp_port")]
    [InlineData("htcp_port 0", "htcp_port 4827", "htcp_port")]
    [InlineData("snmp_port 0", "snmp_port 3401", "snmp_port")]
    [InlineData("cache deny all", "cache allow all", "cache")]
    [InlineData("follow_x_forwarded_for deny all", "follow_x_forwarded_for allow all", "follow_x_forwarded_for")]
    [InlineData("forwarded_for delete", "forwarded_for on", "forwarded_for")]
    [InlineData("ssl_bump peek step1", "ssl_bump splice step1", "ssl_bump")]
    [InlineData("ssl_bump terminate sealed_hello\n", "", "ssl_bump")]
    [InlineData("ssl_bump terminate helplines !helplines_hello\n", "", "ssl_bump")]
    [InlineData("ssl_bump peek step1\nssl_bump terminate sealed_hello", "ssl_bump peek step1\nssl_bump splice all\nssl_bump terminate sealed_hello", "ssl_bump")]
    [InlineData("on_unsupported_protocol respond all", "on_unsupported_protocol tunnel all", "on_unsupported_protocol")]
    [InlineData("http_port 127.0.0.1:3128 name=pupils", "http_port 127.0.0.1:3128 accel name=pupils", "http_port")]
    [InlineData("http_port 127.0.0.1:3128 name=pupils ssl-bump", "http_port 127.0.0.1:3128 name=pupils", "http_port")]
    [InlineData("http_port 127.0.0.1:3128 name=pupils", "http_port 127.0.0.1:3130\nhttp_port 127.0.0.1:3128 name=pupils", "http_port")]
    [InlineData("via off\n", "via off\ninclude /etc/squid/conf.d/*.conf\n", "unknown")]
    [InlineData("via off\n", "via off\ncachemgr_passwd none all\n", "unknown")]
    [InlineData("via off\n", "via off\nurl_rewrite_program /bin/true\n", "unknown")]
    [InlineData("via off\n", "via off\nacl lunch time 12:00-13:00\nhttp_access allow lunch\n", "acl")]
    [InlineData("via off\n", "via off\nsslproxy_cert_error allow all\n", "unknown")]
    [InlineData("via off\n", "via off\ntls_outgoing_options flags=DONT_VERIFY_PEER\n", "tls_outgoing_options")]
    [InlineData("via off\n", "via off\nicap_retry allow all\n", "unknown")]
    [InlineData("request_header_max_size 32 KB", "request_header_max_size 32 MB", "request_header_max_size")]
    [InlineData("adapted_http_access deny sealed\n", "", "adapted_http_access")]
    [InlineData("adapted_http_access deny to_private !inside\n", "", "adapted_http_access")]
    public void AnEditThatOpensSomething_IsFoundAtItsLine(string from, string to, string rule)
    {
        var written = Written(Plain);
        written.ShouldContain(from);
        var at = written.IndexOf(from, StringComparison.Ordinal);
        var edited = written[..at] + to + written[(at + from.Length)..];

        var faults = SquidLint.Look(edited);

        faults.ShouldContain(fault => fault.Rule == rule, string.Join('\n', faults));
        var first = edited[..at].Count(c => c == '\n') + 1;
        var last = first + to.Count(c => c == '\n');
        if (to.Length > 0 && rule is not ("http_access" or "adaptation" or "ssl_bump" or "helplines" or "adaptation_meta"))
            faults.ShouldContain(fault => fault.Line >= first && fault.Line <= last, string.Join('\n', faults));
    }

    [Fact]
    public void Open_ForPupils_IsNoSetting()
    {
        var settings = Plain with { Pupils = Plain.Pupils with { WhenGateFails = WhenGateFails.Open } };

        SquidSettingsFaults.Of(settings).ShouldContain(fault => fault.Contains("never let through unfiltered", StringComparison.Ordinal));
    }

    /// <summary>Squid would go past the gateway that has just gone, though another could answer.</summary>
    [Fact]
    public void Open_ForStaff_GoesWithOneGatewayAlone()
    {
        var open = Plain with { Staff = Plain.Staff! with { WhenGateFails = WhenGateFails.Open } };

        SquidSettingsFaults.Of(open).ShouldHaveSingleItem().ShouldContain("several gateways");
        SquidSettingsFaults.Of(open with { Gateways = ["127.0.0.1:1344"] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1:1345")]
    [InlineData("ftp://127.0.0.1:1345")]
    public void ASecondDoorThatIsNoAddress_IsRefused(string door) =>
        SquidSettingsFaults.Of(Plain with { SecondDoors = [door] }).ShouldHaveSingleItem().ShouldStartWith("secondDoors");

    [Theory]
    [InlineData("a b")]
    [InlineData("127.0.0.1:3128 accel")]
    [InlineData("0.0.0.0")]
    [InlineData("127.0.0.1:3128\nhttp_access allow all")]
    public void APortThatIsMoreThanAPort_IsRefused(string listen) =>
        SquidSettingsFaults.Of(Plain with { Pupils = Plain.Pupils with { Listen = [listen] } }).ShouldNotBeEmpty();
}
