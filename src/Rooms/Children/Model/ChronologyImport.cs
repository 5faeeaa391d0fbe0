using Lifeguard.Kernel;

namespace Lifeguard.Children.Model;

/// <summary>An export of another system that somebody chose: read, shown, applied or not. The file and what it would bring lie here sealed, until it has ended.</summary>
internal sealed class ChronologyImport
{
    public const string Kind = "chronology-import";

    public required Guid Id { get; init; }

    /// <summary>The school whose children it is about.</summary>
    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    /// <summary>What the other system is called.</summary>
    public required string Source { get; init; }

    public required string FileName { get; init; }

    public required Guid ByIdentity { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset ChosenAt { get; init; }

    public ChronologyState State { get; private set; }

    public DateTimeOffset StateAt { get; private set; }

    public byte[]? File { get; private set; }

    /// <summary>Who is in it, with names; sealed.</summary>
    public byte[]? Plan { get; private set; }

    /// <summary>Who was meant where the file does not say; sealed.</summary>
    public byte[]? Answers { get; private set; }

    /// <summary>What was read, taken and left out, without a name.</summary>
    public string? Report { get; private set; }

    public RecordRef Ref => new(Kind, Id);

    public bool IsAtWork => State is ChronologyState.Waiting or ChronologyState.Confirmed;

    public static ChronologyImport Choose(Guid id, Guid org, string source, string fileName, byte[] file, Deed deed) => new()
    {
        Id = id,
        Org = org,
        Reference = RandomReference.New(),
        Source = source,
        FileName = fileName,
        ByIdentity = deed.By ?? Guid.Empty,
        ByName = deed.ByName,
        ChosenAt = deed.At,
        State = ChronologyState.Waiting,
        StateAt = deed.At,
        File = file,
    };

    public void Show(byte[] plan, string report, DateTimeOffset at)
    {
        (Plan, Report) = (plan, report);
        Move(ChronologyState.Previewed, at);
    }

    public Outcome Confirm(byte[] answers, DateTimeOffset at)
    {
        if (State is not ChronologyState.Previewed) return Refusals.ImportMoved;
        Answers = answers;
        Move(ChronologyState.Confirmed, at);
        return Outcome.Done;
    }

    public Outcome Cancel(DateTimeOffset at)
    {
        if (State is not (ChronologyState.Previewed or ChronologyState.Waiting)) return Refusals.ImportMoved;
        End(ChronologyState.Cancelled, at);
        return Outcome.Done;
    }

    public void Apply(string report, DateTimeOffset at)
    {
        Report = report;
        End(ChronologyState.Applied, at);
    }

    public void Refuse(string report, DateTimeOffset at)
    {
        Report = report;
        End(ChronologyState.Refused, at);
    }

    private void End(ChronologyState to, DateTimeOffset at)
    {
        (File, Plan, Answers) = (null, null, null);
        Move(to, at);
    }

    private void Move(ChronologyState to, DateTimeOffset at) => (State, StateAt) = (to, at);
}

internal enum ChronologyState
{
    /// <summary>Waits to be read.</summary>
    Waiting,

    /// <summary>Read; waits for whoever chose it.</summary>
    Previewed,

    /// <summary>Somebody said yes; waits to be applied. Until it is, nothing has changed.</summary>
    Confirmed,
    Applied,
    Refused,
    Cancelled,
}
