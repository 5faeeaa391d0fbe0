using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model.Runs;

/// <summary>Something of a plan that stands in the way: questions that are not all answered, or something that is still asked for.</summary>
/// <param name="Run">The run whose questions or plan it belongs to.</param>
/// <param name="Item">What is asked for; null where the questions are open.</param>
/// <param name="InShort">What it is, under a heading that says already that it is open.</param>
internal sealed record OpenInPlan(string Code, string Sentence, Guid Run, Guid? Item, string InShort) : Refusal(Code, Sentence);
