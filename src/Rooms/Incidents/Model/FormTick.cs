namespace Lifeguard.Incidents.Model;

/// <summary>Something that was done, and the day on which it was done.</summary>
/// <param name="Key">Key of an option of the Reference room.</param>
/// <param name="Words">What exactly, where the option means nothing without words.</param>
internal sealed record FormTick(string Key, DateOnly On, string? Words = null);
