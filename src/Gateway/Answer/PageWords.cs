using System.Globalization;
using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Gateway.Answer;

/// <summary>What a block page says, in words of its reader's age. It never blames: whoever followed a link did nothing wrong.</summary>
internal static class PageWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="action">Null: nothing could be decided.</param>
    public static string Title(PageWording wording, FilterAction? action) => (action, wording) switch
    {
        (null, PageWording.Youngest) => "Please wait",
        (null, PageWording.Adult) => "This page cannot be checked at the moment",
        (null, _) => "We cannot check this page now",
        (FilterAction.Refuse, PageWording.Youngest) => "This page does not open",
        (FilterAction.Refuse, _) => "This address does not open here",
        (_, PageWording.Youngest) => "This page does not open here",
        (_, PageWording.Child) => "This page does not open here",
        _ => "This page is blocked here",
    };

    public static string Why(PageWording wording, Explanation? why)
    {
        if (why is null)
            return wording == PageWording.Adult
                ? "The filter cannot decide at the moment, so this page stays closed. It is not about you or the page."
                : "Our filter looks at each page first. It is not working just now, so pages stay closed.";

        if (wording == PageWording.Adult && why.Reason != Reason.NoServerName) return why.Sentence;

        var isYoungest = wording == PageWording.Youngest;
        return why.Reason switch
        {
            Reason.SealedList => "This page is closed for everyone.",
            Reason.Category or Reason.LockedCategory when why.CategoryTitle is { } title => isYoungest ? "It is not a page for children at school." : $"Pages about this do not open for your group: {title}.",
            Reason.EmbeddedAddress => "It shows a page that does not open for your group.",
            Reason.LooksLikeListed => "Its name is made to look like the name of another page.",
            Reason.BlockedByException or Reason.OwnBlocked => "Your school chose not to open it.",
            Reason.ClosedNow => isYoungest ? "The internet is having a rest now." : "The internet is closed for your group at this time.",
            Reason.NotInWalledGarden => isYoungest ? "You can open the pages your teacher chose." : "Your group opens chosen pages. This is not one of them.",
            Reason.Words => isYoungest ? "It has words in it that do not open here." : "It has words in it that do not open for your group.",
            Reason.Download => "Files like this one do not open for your group.",
            Reason.HeldForReview => "Nobody at school has looked at this page yet.",
            Reason.RatingLabel => "The page says that it is for adults.",
            Reason.PageWords => "Too many words on the page are not for your group.",
            Reason.Unread => isYoungest ? "Our filter could not read it." : "Our filter reads pages for your group, and could not read this one.",
            Reason.Unreadable => "The address is not written as it should be. Look at how it is spelt.",
            Reason.RawNumber => "It has a number where its name should be.",
            Reason.NoServerName => "It does not say whose page it is.",
            _ => "Pages are not opened in this way at school.",
        };
    }

    public static string Calm(PageWording wording, bool isDecided) => wording switch
    {
        PageWording.Youngest => isDecided ? "You did nothing wrong." : "Try again soon. You did nothing wrong.",
        PageWording.Child => isDecided ? "You did nothing wrong. If something worries you, tell an adult you trust." : "Wait a minute, then try again. You did nothing wrong.",
        PageWording.Teenager => isDecided ? "If you came here by a link or by accident, you did nothing wrong." : "Wait a minute and try again. You did nothing wrong.",
        _ => isDecided ? "" : "Wait a minute and try again. If it lasts, tell your technician.",
    };

    /// <summary>Who decided; empty where nobody did.</summary>
    public static string Who(PageWording wording, Explanation? why)
    {
        if (why is null || why.Reason == Reason.Unreadable) return "";
        if (why.Reason == Reason.SealedList) return wording == PageWording.Adult ? "Nobody here decided it, and nobody here can change it." : "Nobody at your school can change this.";

        var since = why.Since is { } day ? $" on {day.ToString("d MMMM yyyy", British)}" : "";
        if (why.DecidedBy is { } by)
        {
            var until = why.Until is { } end && wording >= PageWording.Teenager ? $" It holds until {end}." : "";
            return $"{by} decided this{since}.{until}";
        }

        return wording == PageWording.Youngest ? "Your school decided this." : $"Your school decided this for {why.LevelTitle}.";
    }

    public static string HowToAsk(PageWording wording) => wording switch
    {
        PageWording.Youngest => "Ask your teacher if you need this page.",
        PageWording.Child => "Do you need it for your work? Ask your teacher.",
        PageWording.Teenager => "If you need it for your work, ask a teacher.",
        _ => "If you need it for your work, ask your technician.",
    };

    public static string Talk(PageWording wording) =>
        wording == PageWording.Adult ? "If you are worried about a child, tell the safeguarding lead now." : "You can talk to any adult at school, or ring:";
}
