namespace Lifeguard.Kernel;

/// <summary>An expected "no": a stable code for tests and a sentence that a teacher can read.</summary>
public record Refusal(string Code, string Sentence)
{
    /// <summary>Not there and not yours look the same, everywhere.</summary>
    public static Refusal NotFound { get; } = new("not-found", "There is nothing here that you can open.");

    /// <summary>Somebody else changed the record between this person's reading and writing.</summary>
    public static Refusal ChangedMeanwhile { get; } = new("changed-meanwhile",
        "Somebody else changed this record while you were writing. Your words are kept below. Read what changed, then save again.");
}
