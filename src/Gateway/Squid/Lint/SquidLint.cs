using System.Globalization;
using System.Net;

namespace Lifeguard.Gateway.Squid.Lint;

/// <summary>
/// Reads a configuration, ours or one that somebody edited, and names everything by which a page could open unseen. Single values are
/// compared; of rules it is asked what they do, by walking imagined requests through them. Doubt counts against the configuration.
/// </summary>
internal sealed class SquidLint
{
    private readonly IReadOnlyList<SquidDirective> _all;
    private readonly SquidAcls _acls;
    private readonly List<SquidFault> _faults = [];

    private SquidLint(string text)
    {
        _all = SquidDirective.Read(text);
        _acls = new SquidAcls(_all);
    }

    public static IReadOnlyList<SquidFault> Look(string text)
    {
        var lint = new SquidLint(text);
        lint.Names();
        lint.Values();
        lint.Doors();
        lint.Lists();
        foreach (var door in lint.DoorNames()) lint.Access(door);
        lint.Adapted();
        lint.Tunnels();
        lint.Services();
        foreach (var door in lint.DoorNames()) lint.Adaptation(door);
        lint.Told();
        lint.WrittenDown();
        lint.Marks();
        return [.. lint._faults.Distinct().OrderBy(fault => fault.Line)];
    }

    private void Fault(int line, string rule, string text) => _faults.Add(new SquidFault(line, rule, text));

    private IEnumerable<SquidDirective> Of(string name) => _all.Where(directive => directive.Name == name);

    private IEnumerable<string> DoorNames() => Of("http_port").Select(port => Option(port, "name") ?? "").Where(name => name is "pupils" or "staff").Distinct();

    private static string? Option(SquidDirective directive, string name) =>
        directive.Words.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    /// <summary>A directive that is none of ours may do anything.</summary>
    private void Names()
    {
        foreach (var directive in _all.Where(directive => !SquidLintTables.Known.Contains(directive.Name)))
            Fault(directive.Line, "unknown", $"{directive.Name} does not belong into this configuration.");
    }

    private void Values()
    {
        foreach (var (name, expected) in SquidLintTables.Exactly)
        {
            var found = Of(name).ToArray();
            if (found.Length == 0) Fault(0, name, $"{name} is missing; it must be: {expected}");
            foreach (var directive in found.Where(directive => !string.Equals(directive.Rest, expected, StringComparison.OrdinalIgnoreCase)))
                Fault(directive.Line, name, $"{name} must be {expected}, and is: {directive.Rest}");
        }

        foreach (var (name, most) in SquidLintTables.AtMost)
        {
            var found = Of(name).ToArray();
            if (found.Length == 0) Fault(0, name, $"{name} is missing; it must be at most {most}.");
            foreach (var directive in found.Where(directive => SquidLintTables.Amount(directive.Words) is not { } amount || amount < 1 || amount > most))
                Fault(directive.Line, name, $"{name} must be from 1 to {most}, and is: {directive.Rest}");
        }

        foreach (var name in SquidLintTables.Needed.Where(name => !Of(name).Any())) Fault(0, name, $"{name} is missing.");
        foreach (var peer in Of("cache_peer").Where(peer => !peer.Words.Contains("no-query") || !peer.Words.Contains("no-digest") || peer.Words.ElementAtOrDefault(1) != "parent"))
            Fault(peer.Line, "cache_peer", "cache_peer may be a parent with no-query and no-digest only.");
        foreach (var page in Of("deny_info").Where(page => page.Words.FirstOrDefault() != "403:ERR_ACCESS_DENIED" && !page.Words.SequenceEqual([$"403:{SquidConfiguration.NotLetIn}", "all"]))) Fault(page.Line, "deny_info", "deny_info may show our own page only.");
        foreach (var options in Of("tls_outgoing_options").Where(options => options.Words.Any(word => !word.StartsWith("cafile=", StringComparison.Ordinal))))
            Fault(options.Line, "tls_outgoing_options", "tls_outgoing_options may name authorities only; certificates of websites are always checked.");
    }

    private void Doors()
    {
        foreach (var port in Of("http_port"))
        {
            if (Option(port, "name") is not ("pupils" or "staff")) Fault(port.Line, "http_port", "http_port needs name=pupils or name=staff, by which everything else knows it.");
            if (!port.Words.Contains("ssl-bump")) Fault(port.Line, "http_port", "http_port needs ssl-bump, or nobody sees the names within tunnels.");
            foreach (var word in port.Words.Skip(1).Where(word => !SquidLintTables.PortOptions.Any(option => word == option || (option.EndsWith('=') && word.StartsWith(option, StringComparison.Ordinal)))))
                Fault(port.Line, "http_port", $"http_port may not have {word}.");
        }

        if (!DoorNames().Contains("pupils")) Fault(0, "http_port", "There is no port for pupils.");
    }

    /// <summary>The words that rules are made of must mean what they say.</summary>
    private void Lists()
    {
        foreach (var acl in _acls.All)
        {
            if (acl.Words[1] is "dstdomain" or "dstdom_regex" && !acl.Words.Contains("-n"))
                Fault(acl.Line, "acl", $"{acl.Words[0]} needs -n: a bare number could otherwise claim a name by reverse look-up.");
            if (!SquidLintTables.Acls.TryGetValue(acl.Words[0], out var rest)) Fault(acl.Line, "acl", $"acl {acl.Words[0]} is none of this configuration.");
            else if (!rest.IsMatch(string.Join(' ', acl.Words.Skip(1)))) Fault(acl.Line, "acl", $"acl {acl.Words[0]} does not mean what its name says: {string.Join(' ', acl.Words.Skip(1))}");
        }

        foreach (var acl in _acls.All.GroupBy(acl => acl.Words[0]).Where(group => group.Count() > 1)) Fault(acl.Last().Line, "acl", $"acl {acl.Key} stands there twice.");
    }

    private void Access(string door)
    {
        foreach (var (probe, what) in SquidProbes.Shut(door, _acls))
        {
            if (MayPass("http_access", probe) is { } line) Fault(line, "http_access", $"{door} could open {what}.");
        }

        foreach (var (probe, what) in SquidProbes.Open(door))
        {
            if (!SurelyPasses("http_access", probe)) Fault(FirstOf("http_access"), "http_access", $"{door} could not open {what}.");
        }

        var demands = Of("acl").Any(acl => acl.Words.ElementAtOrDefault(1) == "proxy_auth");
        if (demands && MayPass("http_access", new SquidProbe(door) { IsSignedIn = false }) is { } without) Fault(without, "http_access", $"{door} could come in without signing in.");
    }

    private void Adapted()
    {
        foreach (var probe in new[] { new SquidProbe("pupils") { Kind = HostKind.Sealed }, new SquidProbe("pupils") { Kind = HostKind.SealedAddress }, new SquidProbe("pupils") { To = IPAddress.Loopback } })
        {
            if (MayPass("adapted_http_access", probe) is { } line) Fault(line, "adapted_http_access", "A rewritten address could lead to what is sealed or private.");
            else if (!Of("adapted_http_access").Any()) Fault(0, "adapted_http_access", "adapted_http_access is missing: a rewritten address would not be judged again.");
        }
    }

    private void Tunnels()
    {
        foreach (var line in Of("ssl_bump").Where(line => line.Words.FirstOrDefault() is not ("peek" or "splice" or "terminate" or "bump")))
            Fault(line.Line, "ssl_bump", $"ssl_bump may peek, splice, terminate or bump, not {line.Words.FirstOrDefault()}.");

        foreach (var door in DoorNames())
        {
            foreach (var kind in Enum.GetValues<HostKind>())
            {
                Expect(new SquidProbe(door) { Kind = kind, Step = 1 }.Tunnel(), ["peek"], "A tunnel's hello is not looked at before anything else is done.");
                // Whatever the tunnel was asked for, and whatever its hello says.
                Expect(new SquidProbe(door) { Kind = kind, Hello = HostKind.Sealed, Step = 2 }.Tunnel(), ["terminate"], "A sealed name in a hello is not stopped.");
                Expect(new SquidProbe(door) { Kind = kind, Hello = kind, Step = 2 }.Tunnel(), kind == HostKind.Sealed ? ["terminate"] : ["splice", "bump"], "A tunnel comes to no end.");
            }

            Expect(new SquidProbe(door) { Kind = HostKind.Helpline, Hello = HostKind.Plain, Step = 2 }.Tunnel(), ["terminate"], "Another name could hide in a helpline's tunnel, which nobody asks the filter about.");
            Expect(new SquidProbe(door) { Kind = HostKind.Helpline, Hello = HostKind.NeverDecrypted, Step = 2 }.Tunnel(), ["terminate"], "Another name could hide in a helpline's tunnel, which nobody asks the filter about.");
        }

        var bumps = Of("ssl_bump").Any(line => line.Words.FirstOrDefault() == "bump");
        if (!bumps) return;
        Expect(new SquidProbe("pupils") { Kind = HostKind.Plain, Hello = HostKind.NeverDecrypted, Step = 2 }.Tunnel(), ["bump"], "Who names a bank in the hello alone would not be decrypted.");
        Expect(new SquidProbe("pupils") { Kind = HostKind.NeverDecrypted, Step = 2 }.Tunnel(), ["splice"], "What is never to be decrypted would be.");
    }

    private void Expect(SquidProbe probe, string[] actions, string text)
    {
        foreach (var line in Of("ssl_bump").Where(line => line.Words.Count > 0))
        {
            var fits = _acls.Fits(line.Words.Skip(1), probe);
            if (fits == false) continue;
            // At the second look a peek that began at the first goes on to the next rule.
            if (!actions.Contains(line.Words[0])) Fault(line.Line, "ssl_bump", text);
            if (fits == true) return;
        }

        Fault(FirstOf("ssl_bump"), "ssl_bump", text);
    }

    private void Services()
    {
        foreach (var service in Of("icap_service"))
        {
            var (name, options) = (service.Words.FirstOrDefault() ?? "", service.Words.Skip(3).ToArray());
            if (service.Words.ElementAtOrDefault(1) is not ("reqmod_precache" or "respmod_precache")) Fault(service.Line, "icap_service", "icap_service must look at requests or answers before anything else does.");
            if (service.Words.ElementAtOrDefault(2)?.StartsWith("icap://", StringComparison.Ordinal) != true) Fault(service.Line, "icap_service", "icap_service must be an icap:// address.");
            if (options.Count(option => option.StartsWith("bypass=", StringComparison.Ordinal)) != 1 || !options.Any(option => option is "bypass=off" or "bypass=on"))
                Fault(service.Line, "bypass", "icap_service must say bypass=off, or for staff alone bypass=on, once.");
            if (options.Contains("bypass=on") && !name.Contains("_open_", StringComparison.Ordinal)) Fault(service.Line, "bypass", $"{name} has bypass=on: one slip of the filter would be one page unfiltered.");
            if (!options.Contains("on-overload=wait")) Fault(service.Line, "on-overload", "icap_service must say on-overload=wait.");
            foreach (var option in options.Where(option => !option.StartsWith("bypass=", StringComparison.Ordinal) && option != "on-overload=wait" && !option.StartsWith("max-conn=", StringComparison.Ordinal)))
                Fault(service.Line, "icap_service", $"icap_service may not have {option}.");
        }
    }

    /// <summary>Whatever a pupil asks for must be shown to a service that cannot be passed by; helplines to none.</summary>
    private void Adaptation(string door)
    {
        foreach (var (point, what) in new[] { ("reqmod_precache", "requests"), ("respmod_precache", "answers") })
        {
            foreach (var probe in SquidProbes.Filtered(door, _acls))
            {
                var (line, services) = ServiceFor(probe, point);
                if (services is null) Fault(line, "adaptation", $"Not all {what} of {door} are shown to the filter.");
                else if (door == "pupils" && services.FirstOrDefault(service => !service.Words.Contains("bypass=off")) is { } open) Fault(open.Line, "bypass", "Pupils could pass by the filter: bypass must be off.");
            }

            foreach (var probe in new[] { new SquidProbe(door) { Kind = HostKind.Helpline }, new SquidProbe(door) { Kind = HostKind.Helpline }.Tunnel() })
            {
                var (line, services) = ServiceFor(probe, point);
                if (services is not null) Fault(line, "helplines", $"Helplines would be closed to {door} while the filter does not answer.");
            }
        }
    }

    private (int Line, IReadOnlyList<SquidDirective>? Services) ServiceFor(SquidProbe probe, string point)
    {
        var last = FirstOf("adaptation_access");
        foreach (var group in Of("adaptation_access").Where(line => line.Words.Count >= 2).GroupBy(line => line.Words[0]))
        {
            var members = Of("adaptation_service_set").Where(set => set.Words.FirstOrDefault() == group.Key).SelectMany(set => set.Words.Skip(1)).DefaultIfEmpty(group.Key).ToArray();
            var services = Of("icap_service").Where(service => members.Contains(service.Words.FirstOrDefault()) && service.Words.ElementAtOrDefault(1) == point).ToArray();
            if (services.Length == 0) continue;
            foreach (var line in group)
            {
                var fits = _acls.Fits(line.Words.Skip(2), probe);
                if (line.Words[1] == "allow" ? fits != true : fits == false) continue;
                if (line.Words[1] == "allow") return (line.Line, services);
                last = line.Line;
                break;
            }
        }

        return (last, null);
    }

    /// <summary>What the filter is told with each request, without which it would judge the wrong name.</summary>
    private void Told()
    {
        var said = Of("adaptation_meta").Select(meta => meta.Rest).ToHashSet(StringComparer.Ordinal);
        foreach (var line in SquidLintTables.Told(DoorNames(), Of("ssl_bump").Any(line => line.Words.FirstOrDefault() == "bump")))
            if (!said.Remove(line)) Fault(0, "adaptation_meta", $"adaptation_meta {line} is missing.");
        foreach (var meta in Of("adaptation_meta").Where(meta => said.Contains(meta.Rest))) Fault(meta.Line, "adaptation_meta", $"adaptation_meta says something that the filter would take for true: {meta.Rest}");
    }

    private void WrittenDown()
    {
        foreach (var format in Of("logformat"))
            foreach (var word in format.Words.Skip(1).Where(word => !SquidLintTables.LogWords.Contains(word)))
                Fault(format.Line, "logformat", $"The log may not keep {word}: no names, no addresses, no pages.");
        var logs = Of("access_log").ToArray();
        if (logs is not [{ Rest: "none helplines" }, ..]) Fault(logs.FirstOrDefault()?.Line ?? 0, "access_log", "Visits to helplines would be written down: access_log none helplines must come first.");
        foreach (var log in logs.Where(log => log.Words.FirstOrDefault() != "none" && !log.Words.Contains("logformat=lifeguard"))) Fault(log.Line, "access_log", "access_log must keep the form lifeguard alone.");
        foreach (var log in logs.Where(log => log.Words.FirstOrDefault() != "none" && !log.Words.Contains("on-error=drop"))) Fault(log.Line, "access_log", "access_log needs on-error=drop: a full disk would end Squid, and close helplines with everything else.");
    }

    /// <summary>A tunnel that is marked as a helpline's is never ended; and a helpline's must be.</summary>
    private void Marks()
    {
        var marks = Of("clientside_tos").ToArray();
        if (!marks.Select(mark => mark.Rest).SequenceEqual([$"{SquidConfiguration.HelplineMark} helplines", $"{SquidConfiguration.OtherMark} all"]))
            Fault(marks.FirstOrDefault()?.Line ?? 0, "clientside_tos", $"clientside_tos must be {SquidConfiguration.HelplineMark} helplines, then {SquidConfiguration.OtherMark} all: by it helplines are told from tunnels that end.");
    }

    /// <summary>The line by which a request could pass; null when it surely cannot.</summary>
    private int? MayPass(string directive, SquidProbe probe)
    {
        var last = 0;
        foreach (var line in Of(directive).Where(line => line.Words.Count > 0))
        {
            var fits = _acls.Fits(line.Words.Skip(1), probe);
            last = line.Line;
            if (line.Words[0] == "deny" && fits == true) return null;
            if (line.Words[0] == "allow" && fits != false) return line.Line;
        }

        // Where no rule fits Squid does the opposite of the last one.
        return Of(directive).LastOrDefault()?.Words.FirstOrDefault() == "deny" || last == 0 ? last : null;
    }

    private bool SurelyPasses(string directive, SquidProbe probe)
    {
        foreach (var line in Of(directive).Where(line => line.Words.Count > 0))
        {
            var fits = _acls.Fits(line.Words.Skip(1), probe);
            if (line.Words[0] == "deny" && fits != false) return false;
            if (line.Words[0] == "allow" && fits == true) return true;
        }

        return false;
    }

    private int FirstOf(string directive) => Of(directive).FirstOrDefault()?.Line ?? 0;
}
