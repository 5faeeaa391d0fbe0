using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Lifeguard.Web.Hosting;

/// <summary>
/// Where a proxy speaks HTTPS for the site, it says by whom and how a page was asked for. Only the proxies that
/// <c>Lifeguard:TrustedProxies</c> names are believed: anybody else could call themselves any address, and guess passwords under it.
/// </summary>
internal static class TrustedProxies
{
    public static void Use(WebApplication app)
    {
        if (app.Configuration["Lifeguard:TrustedProxies"] is not { Length: > 0 } named) return;

        // One step back: what a proxy was itself told by strangers is not believed.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in named.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IPAddress.TryParse(address, out var proxy)) throw new InvalidOperationException($"Lifeguard__TrustedProxies names \"{address}\", which is no address.");
            options.KnownProxies.Add(proxy);
        }

        app.UseForwardedHeaders(options);
    }
}
