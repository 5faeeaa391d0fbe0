namespace Lifeguard.Kernel;

/// <summary>Who changes or reads something, when and, where a rule demands it, why.</summary>
/// <param name="Organisation">The organisation whose record it is.</param>
/// <param name="By">The human being, or null for the clock and for people without an account.</param>
/// <param name="ByName">The name as it was at that moment, for the chronology.</param>
public sealed record Deed(Guid Organisation, Guid? By, string ByName, DateTimeOffset At, string? Why = null)
{
    /// <summary>Done by no person: the clock, an import, a repair.</summary>
    public static Deed OfSystem(Guid organisation, string what, DateTimeOffset at) => new(organisation, null, what, at);
}
