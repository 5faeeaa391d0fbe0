using System.Net.Mail;
using Lifeguard.Kernel;
using Lifeguard.Storage.Outbox;

namespace Lifeguard.Web.Post;

/// <summary>Hands letters to the school's mail server.</summary>
internal sealed class MailServer(string host, int port, string from, Uri site, TimeSpan? patience = null) : IPostOffice
{
    // The outbox holds its letters while it waits; a server that takes the call and says nothing must not keep them for ever.
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(20);

    public Task SendAsync(string toAddress, LetterUrgency urgency, string messageId, CancellationToken stop) =>
        SendAsync(toAddress, Notice.That(urgency, site), messageId, stop);

    public Task SendInvitationAsync(string toAddress, string path, string messageId, CancellationToken stop) =>
        SendAsync(toAddress, Notice.Invitation(path, site), messageId, stop);

    private async Task SendAsync(string toAddress, Notice notice, string messageId, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_patience);
        using var client = new SmtpClient(host, port);
        using var message = new MailMessage(from, toAddress, notice.Subject, notice.Body);
        message.Headers.Add("Message-ID", $"<{messageId}@lifeguard>");
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (OperationCanceledException fault) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server did not answer in time.", fault);
        }
    }
}
