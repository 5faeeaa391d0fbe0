using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;

namespace Lifeguard.Web.Post;

internal static class PostOffices
{
    /// <summary>A mail server when one is set; otherwise letters are written as files, as in the demonstration.</summary>
    public static IPostOffice From(IConfiguration configuration, DataFolder data, TimeProvider clock)
    {
        var site = new Uri(configuration["Lifeguard:Site"] ?? "http://localhost:5080");
        var from = configuration["Lifeguard:Mail:From"] ?? "lifeguard@localhost";
        return configuration["Lifeguard:Mail:Server"] is { Length: > 0 } server
            ? new MailServer(server, configuration.GetValue("Lifeguard:Mail:Port", 25), from, site)
            : new MailFolder(data.At("mail"), from, site, clock);
    }
}
