namespace Lifeguard.Storage;

/// <summary>News whose journal row is named beforehand, because a record's own row points at it.</summary>
public interface IHasJournalId
{
    Guid JournalId { get; }
}
