using Lifeguard.Kernel;

namespace Lifeguard.Filtering.Contracts;

/// <summary>Something is wrong with the gate. What the gateway says of it stands beside the alarm and not here: it comes over the wire.</summary>
public sealed record GateAlarmBegan(RecordRef About, string Kind, string Gateway) : IHappened;

/// <summary>It was well for a few minutes only.</summary>
public sealed record GateAlarmCameBack(RecordRef About) : IHappened;

/// <summary>Other files are refused than before.</summary>
public sealed record GateAlarmChanged(RecordRef About) : IHappened;

/// <summary>A look found it well again.</summary>
public sealed record GateAlarmEnded(RecordRef About) : IHappened;

/// <summary>Somebody made themselves a password for the web.</summary>
/// <param name="Replaced">An earlier one opens nothing any more.</param>
public sealed record WebPasswordMade(RecordRef About, Guid IdentityId, bool Replaced) : IHappened;

/// <summary>A password for the web opens nothing any more.</summary>
public sealed record WebPasswordWithdrawn(RecordRef About, Guid IdentityId, string Because) : IHappened;
