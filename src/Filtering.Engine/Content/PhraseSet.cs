namespace Lifeguard.Filtering.Engine.Content;

/// <summary>
/// Weighted phrases as one automaton (Aho and Corasick): it reads each byte once, however many phrases there are.
/// <code>
/// next[state × classes + class of the byte] → state            first output of a state → chain of phrases that end there
/// "free slots" and "slots":   ·─f─r─e─e─␣─s─l─o─t─s●  which is also  ·─s─l─o─t─s●
/// </code>
/// Cost: one table read a byte. Bytes fall into classes (letters of both cases together, everything no phrase holds together), which keeps
/// the table small.
/// </summary>
internal sealed class PhraseSet
{
    internal readonly record struct Combination(int[] Phrases, int Weight);

    public required byte[] Classes { get; init; }
    public required int ClassCount { get; init; }
    public required int[] Next { get; init; }

    /// <summary>By state: the first phrase that ends here, then by chain; -1 for none.</summary>
    public required int[] Ends { get; init; }
    public required (int Phrase, int Next)[] Chain { get; init; }
    public required string[] Phrases { get; init; }

    /// <summary>What a phrase weighs by itself; 0 for one that counts in combinations alone.</summary>
    public required int[] Weights { get; init; }

    /// <summary>Combinations in which a phrase has a part.</summary>
    public required int[][] CombinationsOf { get; init; }
    public required Combination[] Combinations { get; init; }

    public static PhraseSet Empty { get; } = new PhraseSetBuilder().Build();

    public bool IsEmpty => Phrases.Length == 0;
}
