namespace Lifeguard.Custody.Model;

/// <summary>What the police said of an item.</summary>
/// <param name="Officer">Rank or post and name.</param>
/// <param name="PoliceReference">Their reference.</param>
/// <param name="MayBeReleased">Whether it may leave the school's hands for anybody but them.</param>
/// <param name="Says">Their words, for whoever keeps the register alone.</param>
internal sealed record PoliceAdvice(string Officer, string PoliceReference, bool MayBeReleased, string Says, DateTimeOffset At, string ByName);
