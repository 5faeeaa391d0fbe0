using Microsoft.Extensions.Configuration;

namespace Lifeguard.Filtering.Model;

/// <summary>Where the gate of this site lies.</summary>
internal sealed record GateSettings
{
    /// <summary>The folder that the gateways share with the site: policy, overlay, lists, keys and spool. Null where there is no gate.</summary>
    public string? Folder { get; init; }

    /// <summary>Whose gate it is, by name or key; needed only where the house has several schools.</summary>
    public string? School { get; init; }

    /// <summary>The doors of the gateways at which the site says who sits where.</summary>
    public IReadOnlyList<Uri> Gateways { get; init; } = [];

    /// <summary>Whether Squid asks browsers for name and password: then people make themselves a password for the web here.</summary>
    public bool SignsIn { get; init; }

    public bool IsDemonstration { get; init; }

    public string At(string name) => Path.Combine(Folder ?? throw new InvalidOperationException("There is no gate."), name);

    public static GateSettings From(IConfiguration configuration)
    {
        var gate = configuration.GetSection("Lifeguard:Gate");
        var folder = gate["Folder"] is { Length: > 0 } named ? Path.GetFullPath(named) : null;
        var gateways = gate.GetSection("Gateways").Get<string[]>() ?? ["http://127.0.0.1:1345"];
        return new GateSettings
        {
            Folder = folder,
            School = gate["School"] is { Length: > 0 } school ? school : null,
            Gateways = [.. gateways.Select(one => Uri.TryCreate(one, UriKind.Absolute, out var door) && door.Scheme is "http" or "https"
                ? door
                : throw new InvalidOperationException($"Lifeguard__Gate__Gateways names \"{one}\", which is no address such as http://127.0.0.1:1345."))],
            SignsIn = folder is not null && gate.GetValue("SignIn", false),
            IsDemonstration = configuration.GetValue("Lifeguard:Demonstration", false),
        };
    }
}
