namespace Lifeguard.Ui.Tags;

/// <summary>One row or column of lg-grid-choice.</summary>
/// <param name="Value">Its half of the answer's value: "content" and "sexual" give "content-sexual".</param>
/// <param name="Label">Its words.</param>
/// <param name="Hint">What is meant, in a few words; shown for rows.</param>
public sealed record GridLine(string Value, string Label, string? Hint = null);
