using System.Net.Mail;
using Lifeguard.Kernel;
using Lifeguard.Storage.Outbox;

namespace Lifeguard.Web.Post;

/// <summary>Hands letters to the school's mail server.</summary>
internal sealed class MailServer(string host, int port, string from, Uri site) : IPostOffice
{
    public async Task SendAsync(string toAddress, LetterUrgency urgency, string messageId, CancellationToken stop)
    {
        using var client = new SmtpClient(host, port);
        using var message = new MailMessage(from, toAddress, Notice.Subject(urgency), Notice.Body(urgency, site));
        message.Headers.Add("Message-ID", $"<{messageId}@lifeguard>");
        await client.SendMailAsync(message, stop);
    }
}
