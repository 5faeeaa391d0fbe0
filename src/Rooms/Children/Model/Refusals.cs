using Lifeguard.Kernel;

namespace Lifeguard.Children.Model;

internal static class Refusals
{
    public static Refusal Corrected { get; } = new("fact-corrected", "Somebody has corrected or taken back this already. The file shows what holds now.");

    public static Refusal Ended { get; } = new("fact-ended", "This ended already. If the day is wrong, correct it instead.");

    public static Refusal EndsBeforeItBegan { get; } = new("fact-ends-early", "The last day must not be before the first.");

    public static Refusal NobodyLeft { get; } = new("file-nobody-left", "Nobody of the safeguarding team would be left to keep this file. Ask the head for somebody else first.");

    public static Refusal ImportMoved { get; } = new("chronology-import-moved", "This import has moved on meanwhile. The page shows where it stands now.");

    public static Refusal AlreadyKept { get; } = new("file-already-kept", "This person is kept from the file already.");
}
