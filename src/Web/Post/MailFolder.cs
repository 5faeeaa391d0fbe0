using System.Globalization;
using System.Text;
using Lifeguard.Kernel;
using Lifeguard.Storage.Outbox;

namespace Lifeguard.Web.Post;

/// <summary>Writes each letter as an <c>.eml</c> file: the demonstration's mail, and a school's until a server is set.</summary>
internal sealed class MailFolder(string folder, string from, Uri site, TimeProvider clock) : IPostOffice
{
    public Task SendAsync(string toAddress, LetterUrgency urgency, string messageId, CancellationToken stop) =>
        WriteAsync(toAddress, Notice.That(urgency, site), messageId, stop);

    public Task SendInvitationAsync(string toAddress, string path, string messageId, CancellationToken stop) =>
        WriteAsync(toAddress, Notice.Invitation(path, site), messageId, stop);

    private async Task WriteAsync(string toAddress, Notice notice, string messageId, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var text = new StringBuilder()
            .Append("From: ").Append(from).Append("\r\nTo: ").Append(OneLine(toAddress))
            .Append("\r\nSubject: ").Append(notice.Subject)
            .Append("\r\nDate: ").Append(clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture))
            .Append("\r\nMessage-ID: <").Append(messageId).Append("@lifeguard>")
            .Append("\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
            .Append(notice.Body);
        // Written aside first: somebody who reads the folder never meets half a letter.
        var aside = Path.Combine(folder, messageId + ".part");
        await File.WriteAllTextAsync(aside, text.ToString(), stop);
        File.Move(aside, Path.Combine(folder, messageId + ".eml"), overwrite: true);
    }

    private static string OneLine(string address) => address.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
