using Lifeguard.Kernel;

namespace Lifeguard.Organisation.Contracts;

/// <summary>A role is given, from a day. Rooms that route by role look again at the records which name this person.</summary>
public sealed record RoleGiven(RecordRef About, Guid IdentityId, Guid Org, Role Role, DateOnly From, DateOnly? Until = null) : IHappened;

/// <summary>A role ends.</summary>
public sealed record RoleEnded(RecordRef About, Guid IdentityId, Guid Org, Role Role, DateOnly Until) : IHappened;

/// <summary>The first day of a role that was given ahead of it has come.</summary>
public sealed record RoleBegan(RecordRef About, Guid IdentityId, Guid Org, Role Role) : IHappened;

/// <summary>The last day of a role has passed.</summary>
public sealed record RoleLapsed(RecordRef About, Guid IdentityId, Guid Org, Role Role) : IHappened;

/// <summary>A role that opens records or gives rights was proposed; it begins when a second person has said yes.</summary>
public sealed record RoleProposed(RecordRef About, Guid IdentityId, Guid Org, Role Role, DateOnly From, DateOnly? Until) : IHappened;

/// <summary>The second person said yes or no, or it was taken back.</summary>
public sealed record RoleProposalSettled(RecordRef About, Guid IdentityId, Guid Org, Role Role, string Answer) : IHappened;

/// <summary>Somebody senior supervises the monitoring work of a technician from now on; null when nobody does any more.</summary>
public sealed record SupervisorSet(RecordRef About, Guid IdentityId, Guid? SupervisorIdentityId) : IHappened;

/// <summary>Two people are recorded as parent and child, relatives, or manager and managed.</summary>
public sealed record PeopleRelated(RecordRef About, Guid IdentityId, Guid OtherIdentityId, string Kind) : IHappened;

/// <summary>Two person rows turn out to be one human being.</summary>
public sealed record IdentitiesLinked(RecordRef About, Guid KeptIdentityId, Guid ReplacedIdentityId) : IHappened;

/// <summary>Two who were taken for one human being are two again.</summary>
public sealed record IdentitiesParted(RecordRef About, Guid KeptIdentityId, Guid PartedIdentityId) : IHappened;

/// <summary>A roster was loaded, with its counts.</summary>
public sealed record RosterLoaded(RecordRef About, int Added, int Changed, int Ended, int Refused) : IHappened;

/// <summary>People left. Whoever of them had a way in loses it at their next click.</summary>
public sealed record PeopleLeft(RecordRef About, IReadOnlyList<Guid> Identities) : IHappened;

/// <summary>A trust, school or other organisation was put into the tree by hand.</summary>
public sealed record OrganisationAdded(RecordRef About, OrganisationKind Kind, Guid? Under) : IHappened;

/// <summary>Details of a school were taken over from the national register: which, not what they say.</summary>
public sealed record SchoolDetailsTaken(RecordRef About, IReadOnlyList<string> What) : IHappened;

/// <summary>A file of people was chosen, shown, confirmed, given up or refused.</summary>
public sealed record PeopleImportMoved(RecordRef About, string To) : IHappened;

/// <summary>A local agency was entered or changed; the row says how it stands now.</summary>
public sealed record AgencyKept(RecordRef About, Guid AgencyId, string Kind, string Name, string Telephone, string Hours, DateOnly? VerifiedOn) : IHappened;

/// <summary>A local agency was taken out; the row keeps what it was.</summary>
public sealed record AgencyTakenOut(RecordRef About, Guid AgencyId, string Kind, string Name, string Telephone) : IHappened;

/// <summary>A setting holds another value from now on; null where the one above, or the one it came with, holds again.</summary>
public sealed record SettingChanged(RecordRef About, string Key, string? Value) : IHappened;
