using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Gateway.Squid;

namespace Lifeguard.Gateway.Commands;

/// <summary><c>gate limits</c>: what this gate, as it is set up now, cannot do. For whoever answers for it; nothing is left out to look better.</summary>
internal static class GateLimits
{
    /// <summary>What was found by asking the network, and the running gateway, from this machine; null where it was not asked or did not say.</summary>
    /// <param name="Faults">What the gateway says is wrong, its own probes of the doors among it.</param>
    public sealed record Probed(bool? QuicPasses, bool? SecretNamesPass, bool? CanaryIsShut, IReadOnlyList<string>? Faults = null)
    {
        public static Probed Nothing { get; } = new(null, null, null);
    }

    /// <summary>One thing that the gate cannot do here.</summary>
    public sealed record Limit(string Title, string Words, string Then);

    public static int Run(string folder, Probed probed, string? into, TimeProvider clock, TextWriter output, TextWriter error)
    {
        if (SquidSettings.Read(Path.Combine(folder, "squid.json"), out var faults) is not { } settings)
        {
            foreach (var fault in faults) error.WriteLine(fault);
            return 2;
        }

        if (Policy.ReadFile(Path.Combine(folder, GateFolder.PolicyFile), out var wrong) is not { } policy)
        {
            foreach (var fault in wrong) error.WriteLine(fault);
            return 2;
        }

        var @sealed = settings.SealedList is { } path ? NameList.Read(path, out _) : null;
        var limits = Of(settings, policy, @sealed, probed);
        var at = clock.GetUtcNow();
        output.Write(Text(policy.School, at, limits));
        if (into is null) return 0;
        Directory.CreateDirectory(into);
        File.WriteAllText(Path.Combine(into, "limits.txt"), Text(policy.School, at, limits));
        File.WriteAllText(Path.Combine(into, "limits.html"), Html(policy.School, at, limits));
        return 0;
    }

    public static IReadOnlyList<Limit> Of(SquidSettings settings, Policy policy, NameList? @sealed, Probed probed)
    {
        List<Limit> limits = [];
        void Say(string title, string words, string then) => limits.Add(new Limit(title, words, then));

        if (probed.Faults is { Count: > 0 } faults) Say("The gate is not well", string.Join(' ', faults), "Look at its health page, and mend what it names.");

        if (@sealed is null || @sealed.Names.Concat(@sealed.Addresses).All(IsReserved))
            Say("Lists of illegal material are not here",
                "The slot for them holds nothing but a test entry. They are given by their keepers to members alone, and without them this gate does not meet the standard for filtering and monitoring.",
                "Join the Internet Watch Foundation, or buy filtering from one of its members; ask the authority about the counter-terrorism list.");

        if (settings.Decryption is null)
        {
            Say("Pages of https are not read",
                "The gate sees the name of a website, not the page, not what is searched for, and shows no page of its own there. Two websites behind one name cannot be told apart.",
                "Let the name server switch on safe search. Look at \"why did that not open?\". Or choose decryption, openly.");
            if (policy.Levels.Any(level => level.Words.Count > 0 || level.PageLimit is not null))
                Say("Words are looked for in open pages alone", "The policy names words, which are seen in addresses of http only; nearly everything is https.", "Choose decryption for devices of the school, or do not rely on words.");
        }
        else
        {
            Say("Some pages of https are not read", "What stands in the list of never decrypted names is judged by its name alone. Pupils' own devices do not trust the school's certificate and should not.", "Look through that list each term.");
        }

        Say("Some connections outlive what opened them",
            $"Of a tunnel the names are judged, when it begins and every few seconds while it is open at the pupils' door, never what is in it. What no gateway knows is closed when an exception ends; when a category or a time of day closes something, it goes on for {settings.TunnelMinutes} minutes at most: a download or a web socket that is not in a tunnel, everything within a tunnel that is decrypted, and what was open when a gateway began anew. At the staff's door all goes on for as long as the browser likes.",
            "gate tunnels close ends them at once. tunnelMinutes in squid.json says how long what no gateway knows may live.");
        if (settings.Staff is { WhenGateFails: WhenGateFails.Open })
            Say("Staff browse unfiltered while no gateway answers", "This was chosen in the settings; the sealed list holds all the same.", "Set whenGateFails to Closed, or watch the health.");
        if (settings.Gateways.Count == 1) Say("There is one gateway", "When it falls over, everything but helplines stays closed until it is back.", "Run a second one.");
        if (settings.SignIn is null) Say("Nobody signs in", "Levels follow from the address of a device. Who sits at it is known only where the site has lent the address to somebody.", "Switch signing in on, or give each room its own range.");

        Say("QUIC and other ports",
            probed.QuicPasses switch
            {
                true => "A packet of QUIC (UDP 443) left this network and was answered: browsers can go past the gate.",
                false => "QUIC (UDP 443) was tried from this machine and did not pass. Other networks were not tried.",
                null => "Whether QUIC (UDP 443) and other ports are closed was not tried.",
            },
            "The firewall closes UDP 443 and everything but the gate itself outwards.");
        Say("Names looked up in secret",
            string.Join(' ', new[]
            {
                probed.SecretNamesPass switch { true => "A name server over TLS (port 853) could be reached from this machine.", false => "Port 853 was tried from this machine and is closed.", null => "Whether port 853 is closed was not tried." },
                probed.CanaryIsShut switch { true => "use-application-dns.net is shut, as it must be.", false => "use-application-dns.net can be looked up: Firefox will use name servers of its own.", null => "" },
            }.Where(words => words.Length > 0)),
            "The firewall closes port 853 and foreign name servers; the school's name server answers NXDOMAIN for use-application-dns.net.");
        Say("Encrypted hellos", "A browser that encrypts its hello shows the name of a public front alone.", "Switch it off in managed browsers, and leave records of the types HTTPS and SVCB out at the name server.");
        Say("Mobile data, and home", "A phone on mobile data and a device at home are not on this network.", "That is for agreements, supervision and families.");
        Say("Pages made within the browser", "data: and blob: pages send nothing that a filter could see.", "Browser policy; no extensions but the school's.");
        var open = policy.Levels.Where(level => level.IsForPupils && !level.HoldsUnknown && level.Garden.Count == 0).Select(level => level.Title).ToArray();
        if (open.Length > 0) Say("New addresses", $"An address that no list knows yet opens at: {string.Join("; ", open)}.", "Hold unknown addresses for review where the age asks for it, and bring lists up to date each day.");
        return limits;
    }

    private static bool IsReserved(string name)
    {
        var host = name.Split('/')[0];
        return host.EndsWith(".example", StringComparison.Ordinal) || host.EndsWith(".test", StringComparison.Ordinal) || host.EndsWith(".invalid", StringComparison.Ordinal);
    }

    private static string Text(string school, DateTimeOffset at, IReadOnlyList<Limit> limits)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"What the filter of {school} cannot do, as it is set up on {at.UtcDateTime:yyyy-MM-dd}").AppendLine();
        foreach (var limit in limits) text.AppendLine(limit.Title).Append("  ").AppendLine(limit.Words).Append("  What to do: ").AppendLine(limit.Then).AppendLine();
        return text.ToString();
    }

    private static string Html(string school, DateTimeOffset at, IReadOnlyList<Limit> limits)
    {
        static string E(string text) => HtmlEncoder.Default.Encode(text);
        var text = new StringBuilder();
        text.AppendLine("<!doctype html>").AppendLine("<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>What the filter cannot do</title>")
            .AppendLine("<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#0b1a26}h1,h2{color:#0f2f4b}</style></head><body>")
            .AppendLine(CultureInfo.InvariantCulture, $"<h1>What the filter of {E(school)} cannot do</h1><p>As it is set up on {at.UtcDateTime:yyyy-MM-dd}.</p>");
        foreach (var limit in limits) text.AppendLine(CultureInfo.InvariantCulture, $"<h2>{E(limit.Title)}</h2><p>{E(limit.Words)}</p><p><strong>What to do:</strong> {E(limit.Then)}</p>");
        return text.AppendLine("</body></html>").ToString();
    }
}
