using Lifeguard.Kernel;

namespace Lifeguard.Response.Contracts;

/// <summary>Local guidance for a flow was published; new records of the schools below begin with it.</summary>
/// <param name="CasesChanged">How many of the flow's sample cases it answers differently than what held before.</param>
/// <param name="CasesWeaker">How many of those it protects less; then the deed's reason is not the only one that was asked for.</param>
public sealed record LocalGuidancePublished(RecordRef About, string Flow, int Number, int CasesChanged, int CasesWeaker, string? WhyWeaker) : IHappened;

/// <summary>What is going to be published for a flow was changed, or dropped.</summary>
public sealed record LocalDraftChanged(RecordRef About, string Flow, bool IsDropped) : IHappened;
