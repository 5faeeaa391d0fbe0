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

/// <summary>The database was made, as a demonstration or for a school.</summary>
public sealed record InstallationFounded(RecordRef About, bool AsDemonstration) : IHappened;
