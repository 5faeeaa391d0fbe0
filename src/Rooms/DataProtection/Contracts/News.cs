using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Contracts;

/// <summary>A school chose for how long it keeps a class of records, or said that the usual period is its choice.</summary>
public sealed record RetentionChosen(RecordRef About, string Class, string Rule) : IHappened;

/// <summary>A record must not be erased until this is lifted; why stands in the deed.</summary>
public sealed record HoldPlaced(RecordRef About, Guid HoldId, string Kind) : IHappened;

/// <summary>A hold was lifted.</summary>
public sealed record HoldLifted(RecordRef About, Guid HoldId, string Kind) : IHappened;

/// <summary>The period of a record was over and somebody keeps it until another day; why stands in the deed.</summary>
public sealed record RecordKeptLonger(RecordRef About, DateOnly Until) : IHappened;

/// <summary>Somebody proposes to erase a record whose period is over.</summary>
public sealed record PurgeProposed(RecordRef About, string Rule) : IHappened;

/// <summary>A second person says yes; the week begins.</summary>
public sealed record PurgeConfirmed(RecordRef About) : IHappened;

/// <summary>A day of the week has passed.</summary>
public sealed record PurgeWaited(RecordRef About, int Days) : IHappened;

/// <summary>It is not erased; why stands in the deed.</summary>
public sealed record PurgeStopped(RecordRef About) : IHappened;

/// <summary>A record was erased. All that the journal still says of it.</summary>
public sealed record RecordErased(RecordRef About, string Class, string Rule, string ProposedByName, string ConfirmedByName) : IHappened;

/// <summary>Somebody asked for what is kept about them.</summary>
public sealed record PersonAsked(RecordRef About, string Kind, DateOnly ReceivedOn, DateOnly DueOn) : IHappened;

/// <summary>A request was acknowledged, extended, looked through by a desk, or answered.</summary>
public sealed record RequestMoved(RecordRef About, string To) : IHappened;
