using Lifeguard.Kernel;

namespace Lifeguard.Children.Model;

/// <summary>A child's file on its way to the next school: what goes, by which route, and whether it has arrived.</summary>
internal sealed class FileTransfer
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid FileId { get; init; }

    public required DateOnly LeftOn { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>By when it must have been sent: the end of the fifth school day after the child left.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public TransferState State { get; private set; }

    public DateTimeOffset StateAt { get; private set; }

    /// <summary>What was prepared; sealed.</summary>
    public byte[]? Words { get; private set; }

    /// <summary>The package as it leaves, already sealed for whoever receives it. Gone once its receipt is recorded.</summary>
    public byte[]? Package { get; private set; }

    /// <summary>The sum of that package, which stays.</summary>
    public string? PackageSum { get; private set; }

    public DateTimeOffset? MadeAt { get; private set; }

    public string? MadeByName { get; private set; }

    public string DutyKey => DutyOf(Id);

    public bool IsOpen => State is TransferState.Open or TransferState.Made;

    public static FileTransfer Start(ChildFile file, DateOnly leftOn, DateTimeOffset due, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Org = file.Org,
        FileId = file.Id,
        LeftOn = leftOn,
        StartedAt = at,
        DueAt = due.ToUniversalTime(),
        State = TransferState.Open,
        StateAt = at,
    };

    public static string DutyOf(Guid transfer) => $"send-file:{transfer:N}";

    /// <summary>What is to go was chosen, or chosen anew. A package that was made before is void.</summary>
    public Outcome Prepare(byte[] words, DateTimeOffset at)
    {
        if (!IsOpen) return Refusals.TransferSettled;
        (Words, Package, PackageSum) = (words, null, null);
        Move(TransferState.Open, at);
        return Outcome.Done;
    }

    public Outcome Make(byte[] words, byte[] package, string sum, Deed deed)
    {
        if (State is not TransferState.Open || Words is null) return Refusals.TransferMoved;
        (Words, Package, PackageSum, MadeAt, MadeByName) = (words, package, sum, deed.At, deed.ByName);
        Move(TransferState.Made, deed.At);
        return Outcome.Done;
    }

    public Outcome Receive(byte[] words, DateTimeOffset at)
    {
        if (State is not TransferState.Made) return Refusals.TransferMoved;
        (Words, Package) = (words, null);
        Move(TransferState.Received, at);
        return Outcome.Done;
    }

    public Outcome Drop(byte[] words, DateTimeOffset at)
    {
        if (!IsOpen) return Refusals.TransferSettled;
        (Words, Package) = (words, null);
        Move(TransferState.NotNeeded, at);
        return Outcome.Done;
    }

    private void Move(TransferState to, DateTimeOffset at) => (State, StateAt) = (to, at);
}

internal enum TransferState
{
    /// <summary>To be sent.</summary>
    Open,

    /// <summary>The package is sealed and on its way; nobody has confirmed it.</summary>
    Made,

    /// <summary>The next school has confirmed that it has it.</summary>
    Received,
    NotNeeded,
}
