namespace Lifeguard.Organisation.Contracts;

/// <summary>Says that roles have begun and ended with the day: they are given ahead, and nobody does anything on the day itself.</summary>
public interface ITurnOfTheDay
{
    /// <returns>How many began or ended.</returns>
    Task<int> RunAsync(CancellationToken stop);
}
