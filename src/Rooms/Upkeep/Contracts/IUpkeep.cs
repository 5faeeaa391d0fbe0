using Lifeguard.Kernel;

namespace Lifeguard.Upkeep.Contracts;

/// <summary>What keeps the installation as a whole alive: its backups, and the proof that they can be restored.</summary>
public interface IUpkeep
{
    /// <summary>Writes down what was done. The journal is the only place where it stands.</summary>
    Task NoteAsync(IHappened happened, CancellationToken stop);
}

/// <summary>After a restore for real: a letter that was waiting then may have been sent since, and nobody is written to twice by a machine.</summary>
public interface IHeldLetters
{
    /// <summary>Holds back every letter that has not left.</summary>
    Task HoldBackAsync(CancellationToken stop);
}

/// <summary>What the deeds of upkeep are about: the installation's backups, which belong to no organisation.</summary>
public static class UpkeepRecord
{
    public static RecordRef Ref { get; } = new("backups", new Guid("00000000-0000-0000-0000-00000000bac0"));
}
