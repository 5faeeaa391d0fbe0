using Lifeguard.Kernel;

namespace Lifeguard.Access.Contracts;

/// <summary>An account was opened for a human being.</summary>
public sealed record AccountOpened(RecordRef About) : IHappened;

/// <summary>Somebody signed in.</summary>
public sealed record SignedIn(RecordRef About, string Way) : IHappened;

/// <summary>A sign-in was refused for an account that exists.</summary>
public sealed record SignInRefused(RecordRef About, string Because) : IHappened;

/// <summary>Somebody signed out.</summary>
public sealed record SignedOut(RecordRef About) : IHappened;

/// <summary>One network address guesses at many accounts; it is turned away for a while, but for computers that an account knows.</summary>
public sealed record GuessingSpread(RecordRef About) : IHappened;

/// <summary>Somebody gave their second factor again, for a page that asks for it.</summary>
public sealed record SteppedUp(RecordRef About, string Way) : IHappened;

/// <summary>Sign-ins were ended: by the person, or because something changed.</summary>
public sealed record SessionsEnded(RecordRef About, int Sessions, string Because) : IHappened;

/// <summary>A way in was set up or taken away.</summary>
public sealed record WayInChanged(RecordRef About, string What) : IHappened;

/// <summary>Somebody says that their password is known to somebody else: it opens nothing until it is set anew.</summary>
public sealed record PasswordClosed(RecordRef About) : IHappened;

/// <summary>Somebody of the roster was invited to make an account.</summary>
public sealed record PersonInvited(RecordRef About, Guid IdentityId) : IHappened;

/// <summary>The invitation was sent once more; the earlier link opens nothing.</summary>
public sealed record InvitationSentAgain(RecordRef About) : IHappened;

public sealed record InvitationWithdrawn(RecordRef About) : IHappened;

public sealed record InvitationAccepted(RecordRef About, Guid AccountId, string Way) : IHappened;

/// <summary>Somebody has lost their second factor and asks to be let in again.</summary>
public sealed record RecoveryAsked(RecordRef About, Guid AccountId) : IHappened;

/// <summary>One of two has spoken to them in person.</summary>
public sealed record RecoveryConfirmed(RecordRef About, string As) : IHappened;

public sealed record RecoveryRefused(RecordRef About) : IHappened;

/// <summary>The account has new ways in; both who confirmed it are named.</summary>
public sealed record AccountRecovered(RecordRef About, Guid AccountId, Guid FirstBy, string FirstName, Guid SecondBy, string SecondName) : IHappened;

/// <summary>The database was made, as a demonstration or for a school.</summary>
public sealed record InstallationFounded(RecordRef About, bool AsDemonstration) : IHappened;

/// <summary>A backup took the place of the database. Nobody signs in until the rights are reviewed.</summary>
/// <param name="StateAt">How old the restored state is.</param>
public sealed record BackupRestored(RecordRef About, DateTimeOffset StateAt) : IHappened;

/// <summary>Somebody at the machine looked through who may come in, after a restore, and let people sign in again.</summary>
public sealed record RightsReviewed(RecordRef About, string By) : IHappened;

/// <summary>Whoever answers for an organisation looked through who holds which role there.</summary>
public sealed record RolesReviewed(RecordRef About, int People) : IHappened;
