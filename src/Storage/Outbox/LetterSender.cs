using Lifeguard.Kernel;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Storage.Outbox;

/// <summary>
/// Empties the outbox. Whether the reader may still know of the record is asked again now, at the last moment:
/// somebody named later must never be told by a letter that was already waiting.
/// </summary>
public sealed partial class LetterSender(
    Store store, OrganisationScope scope, IEnumerable<IRecordAudience> audiences, IAddressBook addresses, IInvitations invitations, IPostOffice post,
    TimeProvider clock, ILogger<LetterSender> log)
{
    private const int BatchSize = 100;

    /// <summary>Sends what is due; answers how many letters were settled (sent or withdrawn).</summary>
    public async Task<int> SendDueAsync(CancellationToken stop)
    {
        scope.OpenTo("outbox");
        await using var work = await store.BeginAsync(stop);
        var now = clock.GetUtcNow();
        // Several copies of the site may run this: each takes rows that nobody else holds.
        var due = await store.Set<OutboxLetter>().FromSql(
            $"""
            select * from outbox_letter where sent_at is null and withdrawn_at is null and not_before <= {now}
            order by urgency desc, not_before limit {BatchSize} for update skip locked
            """).ToListAsync(stop);
        var settled = 0;
        foreach (var letter in due)
        {
            if (await SettleAsync(letter, now, stop)) settled++;
        }

        await store.SaveOutboxAsync(work, stop);
        return settled;
    }

    private async Task<bool> SettleAsync(OutboxLetter letter, DateTimeOffset now, CancellationToken stop)
    {
        if (await WayOutAsync(letter, stop) is not { } send)
        {
            letter.WithdrawnAt = now;
            return true;
        }

        try
        {
            await send();
            letter.SentAt = now;
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            letter.Tries++;
            letter.NotBefore = now.AddSeconds(Math.Min(15 * Math.Pow(2, letter.Tries), 900));
            NotSent(log, letter.Id, letter.Tries, fault.GetType().Name);
            return false;
        }
    }

    // Null when the letter is not to leave any more.
    private async Task<Func<Task>?> WayOutAsync(OutboxLetter letter, CancellationToken stop)
    {
        var messageId = letter.Id.ToString("N");
        if (letter.RecordKind == InvitationLetter.Kind)
            return await invitations.MakeLinkAsync(letter.RecordId, stop) is { } invitation ? () => post.SendInvitationAsync(invitation.Address, invitation.Path, messageId, stop) : null;
        if (!await MayKnowAsync(letter, stop) || await addresses.AddressOfAsync(letter.ToIdentity, stop) is not { } address) return null;
        return () => post.SendAsync(address, letter.Urgency, messageId, stop);
    }

    private async Task<bool> MayKnowAsync(OutboxLetter letter, CancellationToken stop)
    {
        var audience = audiences.FirstOrDefault(one => one.Kinds.Contains(letter.RecordKind));
        if (audience is null) return false;
        var known = await audience.WhoMayKnowAsync(new RecordRef(letter.RecordKind, letter.RecordId), [letter.ToIdentity], stop);
        return known.Contains(letter.ToIdentity);
    }

    [LoggerMessage(1201, LogLevel.Warning, "Letter {Letter} was not taken by the mail server at try {Try} ({Fault})")]
    private static partial void NotSent(ILogger logger, Guid letter, int @try, string fault);
}
