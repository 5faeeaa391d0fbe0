using System.Net;
using Microsoft.Extensions.Configuration;

namespace Lifeguard.Gateway.Live;

/// <summary>What the gateway is told at its start (<c>Gateway:Folder</c> and so on, from the environment or the command line).</summary>
internal sealed record GatewaySettings
{
    /// <summary>Where policy, overlay and lists lie.</summary>
    public required string Folder { get; init; }
    public IPEndPoint Icap { get; init; } = new(IPAddress.Loopback, 1344);
    public IPEndPoint Health { get; init; } = new(IPAddress.Loopback, 1345);

    /// <summary>This gateway's name in the log.</summary>
    public string Name { get; init; } = "gateway-1";

    /// <summary>Where pupils ask and find help; without it the page says whom to ask.</summary>
    public Uri? Site { get; init; }

    /// <summary>Who is asked whether a name and a password belong together; without it nobody can sign in at the proxy.</summary>
    public Uri? SignIn { get; init; }
    public IReadOnlyList<Probes.ProbeSettings> Probes { get; init; } = [];

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Reads the settings; every fault is named.</summary>
    public static GatewaySettings? Read(IConfiguration configuration, out IReadOnlyList<string> faults)
    {
        List<string> wrong = [];
        faults = wrong;
        var gateway = configuration.GetSection("Gateway");
        var settings = new GatewaySettings
        {
            Folder = gateway["Folder"] ?? "",
            Icap = EndPoint("Icap", new IPEndPoint(IPAddress.Loopback, 1344)),
            Health = EndPoint("Health", new IPEndPoint(IPAddress.Loopback, 1345)),
            Name = gateway["Name"] ?? "gateway-1",
            Site = Address("Site"),
            SignIn = Address("SignIn"),
            Probes = [.. gateway.GetSection("Probes").GetChildren().Select(Probe).OfType<Probes.ProbeSettings>()],
        };

        if (settings.Folder.Length == 0) wrong.Add("Gateway:Folder is missing: where policy.yml lies.");
        else if (!Directory.Exists(settings.Folder)) wrong.Add("Gateway:Folder is no folder.");
        return wrong.Count == 0 ? settings : null;

        IPEndPoint EndPoint(string name, IPEndPoint usual)
        {
            if (gateway[name] is not { } text) return usual;
            if (IPEndPoint.TryParse(text, out var point) && text.Contains(':', StringComparison.Ordinal)) return point;
            wrong.Add($"Gateway:{name} is no address with a port, such as 127.0.0.1:1344.");
            return usual;
        }

        Uri? Address(string name)
        {
            if (gateway[name] is not { Length: > 0 } text) return null;
            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
            wrong.Add($"Gateway:{name} is no address of a site.");
            return null;
        }

        Probes.ProbeSettings? Probe(IConfigurationSection one)
        {
            if (Uri.TryCreate(one["Proxy"], UriKind.Absolute, out var proxy) && Uri.TryCreate(one["Url"], UriKind.Absolute, out var url)
                && one["Expected"] is null or "blocked" or "open")
                return new Probes.ProbeSettings(one["Name"] ?? one.Key, proxy!, url!, one["Expected"] is not "open");
            wrong.Add($"Gateway:Probes:{one.Key} needs Proxy and Url, and Expected is blocked or open.");
            return null;
        }
    }
}
