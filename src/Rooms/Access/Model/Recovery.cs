using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Access.Model;

/// <summary>
/// Somebody has lost their second factor. Two others who have spoken to them in person confirm it; then there is a link that is shown to
/// the second of them and never mailed.
/// </summary>
internal sealed class Recovery
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid IdentityId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public Guid? FirstBy { get; private set; }

    public string? FirstName { get; private set; }

    public Confirmer? FirstAs { get; private set; }

    public DateTimeOffset? FirstAt { get; private set; }

    public Guid? SecondBy { get; private set; }

    public string? SecondName { get; private set; }

    public DateTimeOffset? SecondAt { get; private set; }

    public byte[]? TokenHash { get; private set; }

    public DateTimeOffset? LinkEndsAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public DateTimeOffset? RefusedAt { get; private set; }

    // Who asks has a day: after that they are asked to ask again, and nobody confirms something long forgotten.
    public static readonly TimeSpan Lives = TimeSpan.FromDays(1);

    public bool IsWaiting(DateTimeOffset now) => SecondAt is null && RefusedAt is null && AskedAt + Lives > now;

    public bool HasOpenLink(DateTimeOffset now) => TokenHash is not null && UsedAt is null && RefusedAt is null && LinkEndsAt > now;

    /// <summary>In which of their roles this person could confirm now; null when they may not.</summary>
    /// <param name="isHead">Whether the person who asks is the head, whom then no head can confirm.</param>
    public Confirmer? MayConfirm(Guid identity, IReadOnlyCollection<Role> roles, bool isHead)
    {
        if (identity == IdentityId || identity == FirstBy) return null;
        var held = Confirmers(roles);
        return FirstAs is not { } first ? held.Select(one => (Confirmer?)one).FirstOrDefault()
            : held.Where(one => one != first && (isHead || one == Confirmer.Head || first == Confirmer.Head)).Select(one => (Confirmer?)one).FirstOrDefault();
    }

    public Outcome Confirm(Guid identity, string name, IReadOnlyCollection<Role> roles, bool isHead, DateTimeOffset at)
    {
        if (!IsWaiting(at)) return Refusals.RecoveryIsOver;
        if (MayConfirm(identity, roles, isHead) is not { } confirmer) return Refusals.MayNotConfirm;
        if (FirstAt is null) (FirstBy, FirstName, FirstAs, FirstAt) = (identity, name, confirmer, at);
        else (SecondBy, SecondName, SecondAt) = (identity, name, at);
        return Outcome.Done;
    }

    public void GiveLink(byte[] tokenHash, DateTimeOffset until) => (TokenHash, LinkEndsAt) = (tokenHash, until);

    public Outcome Refuse(DateTimeOffset at)
    {
        if (!IsWaiting(at) && !HasOpenLink(at)) return Refusals.RecoveryIsOver;
        RefusedAt = at;
        TokenHash = null;
        return Outcome.Done;
    }

    public Outcome Use(DateTimeOffset at)
    {
        if (!HasOpenLink(at)) return Refusals.LinkIsOver;
        UsedAt = at;
        TokenHash = null;
        return Outcome.Done;
    }

    private static IEnumerable<Confirmer> Confirmers(IReadOnlyCollection<Role> roles)
    {
        if (roles.Contains(Role.Head) || roles.Contains(Role.ActingHead)) yield return Confirmer.Head;
        if (roles.Contains(Role.ChairOfGovernors) || roles.Contains(Role.Proprietor)) yield return Confirmer.Chair;
        if (roles.Contains(Role.Administrator)) yield return Confirmer.Administrator;
    }
}

/// <summary>In which capacity somebody confirms a lost phone.</summary>
internal enum Confirmer
{
    Head,
    Chair,
    Administrator,
}
