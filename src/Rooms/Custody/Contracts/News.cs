using Lifeguard.Kernel;

namespace Lifeguard.Custody.Contracts;

/// <summary>A device or thing was taken into custody. Whose it is stands in its row alone.</summary>
public sealed record ItemTakenIn(RecordRef About, string What, string? Serial, string FoundWhere, DateTimeOffset SecuredAt, string SecuredBy, string SealedHow, string StoredWhere) : IHappened;

/// <summary>The safeguarding lead answered whether the use of a device can be stopped.</summary>
public sealed record SafetyAnswered(RecordRef About, string SafeToStop, string LeavesChildExposed, string By) : IHappened;

/// <summary>From then on nobody uses the device.</summary>
public sealed record DeviceIsolated(RecordRef About, string By, string How) : IHappened;

/// <summary>An item went from one pair of hands into another.</summary>
public sealed record ItemHandedOver(RecordRef About, string From, string To, DateTimeOffset HandedAt, string Reason, string? PoliceReference, string? StoredWhere) : IHappened;

/// <summary>Somebody was put on the list of those who could use a device.</summary>
public sealed record AccessNoted(RecordRef About, string Person, string Role, string? LogIn, string How, string Period) : IHappened;

/// <summary>Somebody said whether an offence is in question.</summary>
public sealed record OffenceSettled(RecordRef About, bool Possible, string Because) : IHappened;

/// <summary>The police said what becomes of an item.</summary>
public sealed record PoliceAdvised(RecordRef About, string Officer, string PoliceReference, bool MayBeReleased, string Says) : IHappened;

/// <summary>An item or a search belongs to a record from then on. Which one stands in its row alone.</summary>
public sealed record TiedToRecord(RecordRef About) : IHappened;

/// <summary>Somebody is kept from learning of an item. The name stands nowhere else.</summary>
public sealed record KeptFromItem(RecordRef About, int People) : IHappened;

/// <summary>An item left the school's hands.</summary>
public sealed record ItemEnded(RecordRef About, string How, string To, string Words, string? PoliceReference) : IHappened;

/// <summary>A technician was asked to isolate or keep something, or to have an address blocked.</summary>
public sealed record TechnicianAsked(RecordRef About, string What, string? Subject, string? Address, string AskedBy) : IHappened;

/// <summary>What a technician was asked for is done.</summary>
public sealed record OrderFinished(RecordRef About, string Said, string? KeptWhere, DateOnly? KeptUntil) : IHappened;

/// <summary>Something of a pupil was taken.</summary>
public sealed record ThingConfiscated(RecordRef About, string What, string Reason, string KeptWhere, DateTimeOffset DueAt) : IHappened;

/// <summary>A parent was told of a confiscation or a search.</summary>
public sealed record ParentToldOfIt(RecordRef About, string Who, string How) : IHappened;

/// <summary>A confiscated thing is kept somewhere else.</summary>
/// <param name="From">Where it was.</param>
public sealed record ThingMoved(RecordRef About, string From, string To, bool AtOffice) : IHappened;

/// <summary>A confiscated thing was given back.</summary>
public sealed record ThingGivenBack(RecordRef About, bool ToParent, string ReceivedBy) : IHappened;

/// <summary>A pupil's device was searched.</summary>
public sealed record DeviceSearched(RecordRef About, string Device, IReadOnlyList<string> Grounds, string Because, string Authority, string Present, string Examined, string Found, string PossibleOffence) : IHappened;

/// <summary>Whoever searched decided what becomes of what was found.</summary>
public sealed record SearchDecided(RecordRef About, string Decision, string Because) : IHappened;

/// <summary>The second person agreed, or did not.</summary>
public sealed record SearchConfirmed(RecordRef About, bool Agrees, bool SeesOffence, string Because) : IHappened;

/// <summary>The head named somebody who may search, or ended it.</summary>
public sealed record SearcherNamed(RecordRef About, Guid IdentityId, DateOnly From, DateOnly? Until) : IHappened;
