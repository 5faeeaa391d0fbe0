using Lifeguard.Kernel;

namespace Lifeguard.Children.Contracts;

/// <summary>A file was begun for a child. It holds nothing yet.</summary>
public sealed record ChildFileBegun(RecordRef About) : IHappened;

/// <summary>Something was written into a child's file. The words lie sealed in the file; the journal holds their sum, so that neither can be changed unseen.</summary>
/// <param name="Replaces">The fact that this one corrects.</param>
public sealed record FactEntered(RecordRef About, Guid FactId, string Kind, DateOnly From, DateOnly? Until, Guid? Replaces, string Digest) : IHappened;

/// <summary>A fact holds no longer, from the day after.</summary>
public sealed record FactEnded(RecordRef About, Guid FactId, string Kind, DateOnly Until) : IHappened;

/// <summary>A fact was never true; it stays readable among what was taken back.</summary>
public sealed record FactTakenBack(RecordRef About, Guid FactId, string Kind) : IHappened;

/// <summary>Somebody is kept from a child's file: they said so themselves, or a colleague did.</summary>
public sealed record KeptFromFile(RecordRef About, Guid IdentityId) : IHappened;

/// <summary>Somebody is no longer kept from a child's file.</summary>
public sealed record LetIntoFile(RecordRef About, Guid IdentityId) : IHappened;

/// <summary>An export of another safeguarding system was chosen, shown, confirmed, given up or refused.</summary>
public sealed record ChronologyImportMoved(RecordRef About, string To) : IHappened;

/// <summary>Entries from elsewhere were laid into a child's file. They are read-only.</summary>
public sealed record EntriesTakenIn(RecordRef About, string Source, Guid ImportId, int Entries) : IHappened;

/// <summary>The five school days run in which a child's file goes to the next school.</summary>
public sealed record FileTransferStarted(RecordRef About, Guid TransferId, DateOnly LeftOn, DateTimeOffset DueAt) : IHappened;

/// <summary>Somebody chose what goes and where, with the reason; the words lie sealed.</summary>
public sealed record FileTransferPrepared(RecordRef About, Guid TransferId, string Route, int Entries, int Records, string Digest) : IHappened;

/// <summary>The package was sealed for the next school; its sum says later which one it was.</summary>
public sealed record FilePackageMade(RecordRef About, Guid TransferId, string Route, string PackageSum) : IHappened;

/// <summary>The next school confirmed that it has the file.</summary>
/// <param name="How">By the receipt code, or otherwise.</param>
public sealed record FileReceiptRecorded(RecordRef About, Guid TransferId, string How) : IHappened;

/// <summary>Nothing is sent after all.</summary>
public sealed record FileTransferDropped(RecordRef About, Guid TransferId) : IHappened;

/// <summary>A school made a key to which others seal children's files.</summary>
public sealed record FileKeyMade(RecordRef About, string Recipient) : IHappened;

/// <summary>A package of another school was opened, taken in or given up.</summary>
public sealed record ReceivedFileMoved(RecordRef About, Guid Package, string To) : IHappened;
