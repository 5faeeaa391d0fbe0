using Lifeguard.Incidents.Storage;

namespace Lifeguard.Incidents.Pages.Incidents.Search;

/// <summary>The words typed, as the three ways of looking need them.</summary>
internal sealed class Wanted
{
    /// <summary>Longest search taken, in characters.</summary>
    public const int Longest = 200;

    private Wanted(string words, string named) => (Words, Named) = (words, named);

    /// <summary>As typed; the database reads quotation marks and a minus as people mean them.</summary>
    public string Words { get; }

    /// <summary>A query over names as they were written.</summary>
    public string Named { get; }

    /// <summary>Null when nothing searchable was typed.</summary>
    public static Wanted? From(string? typed) =>
        string.IsNullOrEmpty(typed) || WrittenNames.Query(typed) is not { } named ? null : new Wanted(typed, named);
}
