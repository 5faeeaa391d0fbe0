namespace Lifeguard.Upkeep.Storage;

/// <param name="IsDemonstration">Nobody backs up invented people, so nothing is overdue.</param>
internal sealed record UpkeepSettings(bool IsDemonstration);
