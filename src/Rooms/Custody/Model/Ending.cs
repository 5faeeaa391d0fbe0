namespace Lifeguard.Custody.Model;

internal enum EndingKind
{
    Returned,
    HandedToParent,
    HandedToPolice,
    Disposed,
}

/// <summary>The item is no longer the school's to keep.</summary>
/// <param name="To">Who received it, as they signed; for something disposed of, who saw it.</param>
/// <param name="How">How, and what came before.</param>
internal sealed record Ending(EndingKind Kind, string To, string How, string? PoliceReference, DateTimeOffset At, string ByName);

internal static class EndingWords
{
    public static string InWords(this EndingKind kind) => kind switch
    {
        EndingKind.Returned => "Returned to its owner",
        EndingKind.HandedToParent => "Handed to a parent",
        EndingKind.HandedToPolice => "Handed to the police",
        _ => "Disposed of",
    };
}
