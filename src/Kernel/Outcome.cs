namespace Lifeguard.Kernel;

/// <summary>What an act answers: done, or one or more named refusals.</summary>
public sealed class Outcome
{
    private Outcome(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    public static Outcome Done { get; } = new([]);

    /// <summary>Why not, in the order in which the person should settle them; empty when done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsDone => Refusals.Count == 0;

    public static Outcome Refused(params IReadOnlyList<Refusal> refusals) => new(refusals);

    public static implicit operator Outcome(Refusal refusal) => Refused(refusal);

    public static Outcome FromRefusal(Refusal refusal) => refusal;
}
