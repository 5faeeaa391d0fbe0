namespace Lifeguard.Access.Pages.Access.Accept;

/// <summary>For whom a link opens.</summary>
/// <param name="Id">The invitation or recovery.</param>
/// <param name="AccountId">The account, also when it is still to be made.</param>
internal sealed record EnrolTarget(Guid Id, Guid AccountId, string Name, string Email, bool NeedsSecondFactor);
