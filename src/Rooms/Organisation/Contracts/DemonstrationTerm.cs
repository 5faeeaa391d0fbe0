namespace Lifeguard.Organisation.Contracts;

/// <summary>A stretch of the demonstration's school year, both ends included.</summary>
/// <param name="IsClosed">Days inside a term on which there are no pupils: half-term, a training day.</param>
public sealed record DemonstrationTerm(string Name, DateOnly First, DateOnly Last, bool IsClosed);
