using Lifeguard.Filtering.Engine.Decide;

namespace Lifeguard.Filtering.Gate;

/// <summary>Reasons as the log names them, in words for anybody.</summary>
internal static class ReasonWords
{
    public static bool IsSame(string logged, Reason reason) => Plain(logged) == Plain(reason.ToString());

    /// <summary>The explanation's own sentence, but for lists of which nobody is told.</summary>
    public static string Of(Explanation explanation) => explanation.Reason is Reason.SealedList ? Closed : explanation.Sentence;

    public static string Of(string logged, string category) => Enum.GetValues<Reason>().Where(reason => IsSame(logged, reason)).Select(reason => (Reason?)reason).FirstOrDefault() switch
    {
        Reason.Unreadable => "the address could be read in more than one way",
        Reason.SealedList => "it is closed to everybody",
        Reason.Method or Reason.Scheme or Reason.Port => "it was asked for in a way that web pages are not asked for",
        Reason.RawNumber => "it was a bare number instead of a name",
        Reason.NoServerName => "it did not say whose page it is",
        Reason.BlockedByException or Reason.OwnBlocked => "the school had closed it",
        Reason.ClosedNow => "it was closed at that time",
        Reason.NotInWalledGarden => "only chosen pages were open",
        Reason.EmbeddedAddress => "it showed another page, which is blocked",
        Reason.LooksLikeListed => "its name is written to look like a blocked one",
        Reason.Words or Reason.PageWords => "of the words in it",
        Reason.Unread => "what it says could not be read",
        Reason.Download => "files of this kind are not fetched",
        Reason.HeldForReview => "nobody had looked at this address so far",
        Reason.RatingLabel => "the page says of itself that it is for adults",
        _ => category.Length > 0 ? $"it stood in a list of {category}" : "the filter said no",
    };

    private const string Closed = "Blocked: it is closed to everybody, and nobody at school can open it.";

    private static string Plain(string name) => new([.. name.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
}
