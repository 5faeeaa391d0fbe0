namespace Lifeguard.Ui.Rooms;

/// <summary>Something that a demonstration offers beside its pages, told where its people are chosen.</summary>
/// <param name="Command">What to type, in one line.</param>
public sealed record DemonstrationNote(string Text, string Command);
