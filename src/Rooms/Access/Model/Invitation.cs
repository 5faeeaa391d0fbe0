using Lifeguard.Kernel;

namespace Lifeguard.Access.Model;

/// <summary>
/// Somebody of the roster is asked to make an account of their own. There is none before they accept. The link is made when the letter
/// leaves the house, and only its hash stays: nobody can read it here, and the newest letter alone opens.
/// </summary>
internal sealed class Invitation
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid IdentityId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required Guid? InvitedBy { get; init; }

    public required DateTimeOffset InvitedAt { get; init; }

    public required DateTimeOffset EndsAt { get; set; }

    public byte[]? TokenHash { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && EndsAt > now;

    /// <summary>A new link takes the place of every earlier one.</summary>
    public void GiveLink(byte[] tokenHash) => TokenHash = tokenHash;

    public Outcome SendAgain(DateTimeOffset until)
    {
        if (AcceptedAt is not null) return Refusals.AcceptedAlready;
        if (WithdrawnAt is not null) return Refusals.Withdrawn;
        EndsAt = until;
        TokenHash = null;
        return Outcome.Done;
    }

    public Outcome Withdraw(DateTimeOffset at)
    {
        if (AcceptedAt is not null) return Refusals.AcceptedAlready;
        WithdrawnAt ??= at;
        TokenHash = null;
        return Outcome.Done;
    }

    public Outcome Accept(DateTimeOffset at)
    {
        if (!IsOpen(at)) return Refusals.LinkIsOver;
        AcceptedAt = at;
        TokenHash = null;
        return Outcome.Done;
    }
}
