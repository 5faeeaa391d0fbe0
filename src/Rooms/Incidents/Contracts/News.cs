using Lifeguard.Kernel;
using Lifeguard.Storage;

namespace Lifeguard.Incidents.Contracts;

/// <summary>A concern was raised, with the reporter's own words.</summary>
public sealed record ConcernRaised(
    RecordRef About, string WhatHappened, string? ChildsWords, string? WhereAndWhen, string? Address, string? DoneAlready, string Danger,
    DateTimeOffset? HappenedAt, DateTimeOffset? WrittenAt) : IHappened;

/// <summary>The child's welfare was laid before the safeguarding team.</summary>
public sealed record WelfareRaised(RecordRef About, string? WhoLooksAfterTheChild) : IHappened;

/// <summary>Who may read the record was decided, or decided again.</summary>
public sealed record AudienceDecided(RecordRef About, IReadOnlyList<string> Desks, IReadOnlyList<Guid> Barred, string Because) : IHappened;

/// <summary>Somebody of the desk opened it for the first time.</summary>
public sealed record ConcernOpened(RecordRef About) : IHappened;

/// <summary>Nobody had opened it in time; it went up.</summary>
public sealed record UnopenedRaised(RecordRef About, string Desk) : IHappened;

/// <summary>Somebody judged that it needs working on, and has it now.</summary>
/// <param name="Kind">What kind of record it was then; entries made before this was kept have none.</param>
public sealed record IncidentTakenOn(RecordRef About, Guid Handler, string? Kind = null) : IHappened;

/// <summary>A record that had come to a desk without anybody by name is somebody's again.</summary>
public sealed record HandlingTaken(RecordRef About, Guid Handler, string Name) : IHappened;

/// <summary>The school's part of the form was completed or changed.</summary>
public sealed record FormCompleted(RecordRef About, string Intent, string? Place, DateTimeOffset? HappenedAt) : IHappened;

/// <summary>Types and areas of risk were chosen.</summary>
public sealed record IncidentClassified(RecordRef About, IReadOnlyList<string> Types, IReadOnlyList<string> RiskCells) : IHappened;

/// <summary>Somebody was added to the record.</summary>
public sealed record PersonInvolved(RecordRef About, Guid InvolvementId, string Name, string Part) : IHappened;

/// <summary>A written name was matched with a person of the roster.</summary>
public sealed record PersonIdentified(RecordRef About, Guid InvolvementId, string Name) : IHappened;

/// <summary>Somebody named by mistake was taken off.</summary>
public sealed record PersonTakenOff(RecordRef About, Guid InvolvementId, string Name) : IHappened;

/// <summary>A note was written.</summary>
public sealed record NoteAdded(RecordRef About, Guid JournalId, Guid EntryId, string Text, DateTimeOffset HappenedAt) : IHappened, IHasJournalId;

/// <summary>A note was corrected; the original stays.</summary>
public sealed record NoteCorrected(RecordRef About, Guid JournalId, Guid EntryId, Guid CorrectsId, string Text, DateTimeOffset HappenedAt) : IHappened, IHasJournalId;

/// <summary>Something to do was given to somebody.</summary>
public sealed record ActionSet(RecordRef About, Guid ActionId, string What, string OwnerName, DateOnly DueOn) : IHappened;

/// <summary>Something to do was done.</summary>
public sealed record ActionFinished(RecordRef About, Guid ActionId, string What, string Result) : IHappened;

/// <summary>Parents were told.</summary>
public sealed record ParentsTold(RecordRef About, Guid NoticeId, string Child, string WhoWasTold, string How, string Said, DateTimeOffset HappenedAt, string? Although = null) : IHappened;

/// <summary>Parents are not told yet, for a reason that is looked at again.</summary>
public sealed record ParentsNotToldYet(RecordRef About, Guid NoticeId, string Child, string Reason, string? WhoAskedToWait, DateOnly? LookAgainOn) : IHappened;

/// <summary>A decision about another agency: advice sought, referred, reported, or none.</summary>
/// <param name="AskAgainOn">When the school asks again if no answer has come; entries made before this was kept have none.</param>
public sealed record ReferralDecided(
    RecordRef About, Guid ReferralId, string Agency, string AgencyName, string What, string? SpokenTo, string? TheirReference, string? Advice,
    string Reasons, DateTimeOffset HappenedAt, DateOnly? AskAgainOn = null) : IHappened;

/// <summary>An agency answered, or somebody wrote down that it has not yet.</summary>
/// <param name="AskAgainOn">When the school asks again, where something is still awaited.</param>
/// <param name="HasAnswered">False where nothing came and only the day was moved.</param>
public sealed record ReferralAnswered(RecordRef About, Guid ReferralId, string AgencyName, string Result, DateOnly? AskAgainOn = null, bool HasAnswered = true) : IHappened;

/// <summary>Support for somebody involved was offered, given or declined.</summary>
public sealed record SupportRecorded(RecordRef About, Guid SupportId, string Person, string Kind, string State) : IHappened;

/// <summary>Two records were linked.</summary>
public sealed record IncidentsLinked(RecordRef About, Guid OtherId, string Kind) : IHappened;

/// <summary>Somebody was given the record to read, by name.</summary>
public sealed record ReaderJoined(RecordRef About, Guid Identity, string Name) : IHappened;

/// <summary>Somebody joined by name no longer reads the record.</summary>
public sealed record ReaderParted(RecordRef About, Guid Identity, string Name) : IHappened;

/// <summary>The record went to another handler.</summary>
public sealed record HandedOver(RecordRef About, Guid To, string ToName) : IHappened;

/// <summary>Somebody of the desk said that they are too close.</summary>
public sealed record ConflictDeclared(RecordRef About, Guid Identity) : IHappened;

/// <summary>The desk that holds the allegation let something cross to the child's welfare.</summary>
public sealed record CrossedToWelfare(RecordRef About, Guid JournalId, Guid EntryId, string Text, DateTimeOffset HappenedAt) : IHappened, IHasJournalId;

/// <summary>The technician was asked to do something.</summary>
public sealed record TechnicalTaskAsked(RecordRef About, Guid TaskId, string What, string? Address, string? Device) : IHappened;

/// <summary>The technician has done it.</summary>
public sealed record TechnicalTaskFinished(RecordRef About, Guid TaskId, string What, string Said) : IHappened;

/// <summary>A copy stands in the school's other safeguarding record.</summary>
public sealed record CopiedElsewhere(RecordRef About, string TheirReference) : IHappened;

/// <summary>Somebody decided that no copy is kept elsewhere: this record is the school's own.</summary>
public sealed record StandsAloneDecided(RecordRef About) : IHappened;

/// <summary>The record was closed.</summary>
public sealed record IncidentClosed(RecordRef About, string Reason, string Outcome, string Lessons) : IHappened;

/// <summary>The record was opened again.</summary>
public sealed record IncidentReopened(RecordRef About) : IHappened;

/// <summary>Guided questions were begun on the record.</summary>
/// <param name="Version">The day from which the edition holds.</param>
public sealed record RunBegun(RecordRef About, Guid RunId, string Title, string Version) : IHappened;

/// <summary>A guided question was answered, or answered differently.</summary>
public sealed record RunAnswered(RecordRef About, Guid RunId, string Asks, string Said, string? Before) : IHappened;

/// <summary>Something that a plan asked for was done, or left out for a reason.</summary>
public sealed record PlanItemSettled(RecordRef About, Guid RunId, Guid ItemId, string Text, string Way, string? Said, string? Consulted) : IHappened;

/// <summary>Something that a plan asks for is open again.</summary>
public sealed record PlanItemReopened(RecordRef About, Guid RunId, Guid ItemId, string Text) : IHappened;

/// <summary>Guided questions were the wrong ones and are not gone on with.</summary>
public sealed record RunSetAside(RecordRef About, Guid RunId, string Title, string Because) : IHappened;

/// <summary>A head decided about somebody's conduct.</summary>
public sealed record SanctionDecided(RecordRef About, Guid SanctionId, string Person, string Category, IReadOnlyList<string> Options, string Reasons) : IHappened;

/// <summary>A decision about somebody's conduct was taken back.</summary>
public sealed record SanctionTakenBack(RecordRef About, Guid SanctionId, string Person, string Because) : IHappened;

/// <summary>A head approved the school's matrix of conduct, as it came or changed.</summary>
public sealed record ConductMatrixApproved(RecordRef About, int Number, IReadOnlyList<string> Changed) : IHappened;

/// <summary>Those who dealt with it talked it through.</summary>
/// <param name="Changes">Where something must change; each is an action of its own.</param>
public sealed record DebriefHeld(RecordRef About, DateOnly On, string TookPart, string Learnt, IReadOnlyList<string> Changes) : IHappened;
