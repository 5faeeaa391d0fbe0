using System.Globalization;
using System.Text;
using Lifeguard.Filtering.Engine.Addresses;
using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>Puts verdicts into words.</summary>
internal static class Explaining
{
    public static Explanation Of(Filter filter, in WebAddress address, in Verdict verdict, Asker asker)
    {
        var category = verdict.Category >= 0 ? filter.Policy.Categories[verdict.Category] : null;
        var list = verdict.List >= 0 ? filter.Snapshot.Lists[verdict.List] : null;
        var exception = verdict.Reason is Reason.AllowedByException or Reason.BlockedByException && verdict.Rule >= 0 ? filter.Exceptions[verdict.Rule] : null;
        var own = verdict.Reason is Reason.OwnAllowed or Reason.OwnBlocked && verdict.Rule >= 0 ? filter.Policy.OwnLists[verdict.Rule] : null;
        var words = verdict.Reason is Reason.Words && verdict.Rule >= 0 ? filter.Policy.Words[verdict.Rule] : null;
        var decision = exception?.Decision ?? own?.Decision ?? Decision.None;
        var entry = exception?.Entry.ToString() ?? (list is not null && verdict.Reason is Reason.Category or Reason.LockedCategory ? EntryOf(address, verdict) : null);
        return new Explanation
        {
            Action = verdict.Action,
            Reason = verdict.Reason,
            Sentence = Sentence(verdict, entry, category, list?.Name, exception, own, words, asker.Level, filter.Policy.Zone),
            Category = category?.Name,
            CategoryTitle = category?.Title,
            List = list?.Name,
            ListSource = list?.Source,
            ListAsOf = list?.AsOf,
            Entry = entry,
            Rule = own?.Name ?? words?.Name ?? (exception is null ? category?.Name : "exception"),
            RuleAt = exception is not null ? $"{exception.File}, line {exception.Line}"
                : own is not null ? $"{filter.Policy.File}, line {own.Line}"
                : words is not null ? $"{filter.Policy.File}, line {words.Line}"
                : category is not null ? $"{filter.Policy.File}, line {category.Line}"
                : verdict.Reason is Reason.NothingAgainst or Reason.Unreadable or Reason.SealedList or Reason.Helpline ? null
                : $"{filter.Policy.File}, line {asker.Level.Line}",
            DecidedBy = decision.By,
            Since = decision.Since ?? (exception?.From is { } from ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, filter.Policy.Zone).DateTime) : null),
            Why = decision.Why,
            Until = exception?.Until is { } until ? EndOf(until, filter.Policy.Zone) : null,
            Level = asker.Level.Name,
            LevelTitle = asker.Level.Title,
            LevelBecause = asker.Source switch
            {
                AskerSource.Person => "it was set for this person",
                AskerSource.Group => $"the person is in the group {asker.SourceName}",
                AskerSource.Range => $"the address belongs to the range {asker.SourceName}",
                _ => "nothing is known of who asks",
            },
            Snapshot = filter.Snapshot.Version,
            PolicyVersion = filter.Policy.Version,
            OverlayVersion = filter.Overlay.Version,
        };
    }

    private static string EntryOf(in WebAddress address, in Verdict verdict) =>
        Encoding.UTF8.GetString(address.Host[verdict.EntryStart..]) + Encoding.UTF8.GetString(address.Line[..verdict.EntryPath]);

    private static string Sentence(in Verdict verdict, string? entry, Category? category, string? list, ExceptionRule? exception, OwnList? own, WordList? words, Level level, TimeZoneInfo zone) => verdict.Reason switch
    {
        Reason.NothingAgainst => "Open: nothing speaks against it.",
        Reason.Unreadable => "Refused: the address can be read in more than one way.",
        Reason.SealedList => "Blocked. This stands on a list that nobody here can see or change.",
        Reason.Helpline => "Open: it is a place where people find help, and that is open always.",
        Reason.Method => "Blocked: this way of asking is used for nothing in school.",
        Reason.Scheme => "Blocked: only web pages are fetched.",
        Reason.Port => "Blocked: web pages come through two doors only, and this is another one.",
        Reason.RawNumber => "Blocked: it is a bare number, and no list knows what stands behind a number.",
        Reason.NoServerName => "Blocked: it does not say whose page it is.",
        Reason.LockedCategory => $"Blocked: {entry} stands in the list {list} ({category!.Title}), which no exception opens.",
        Reason.BlockedByException => $"Blocked{By(exception!)}{Why(exception!)}.",
        Reason.AllowedByException => $"Open{By(exception!)}{Why(exception!)}{Until(exception!, zone)}.",
        Reason.OwnBlocked => $"Blocked: it stands in the school's own list {own?.Title}.",
        Reason.OwnAllowed => $"Open: it stands in the school's own list {own?.Title}.",
        Reason.ClosedNow => $"Closed at this time for {level.Title}.",
        Reason.NotInWalledGarden => $"{level.Title} opens chosen pages only, and this is none of them.",
        Reason.Category => $"Blocked: {entry} stands in the list {list} ({category!.Title}).",
        Reason.EmbeddedAddress => category is null ? "Blocked: it shows a page that is blocked here." : $"Blocked: it shows a page of another address, which stands in the list {list} ({category.Title}).",
        Reason.LooksLikeListed => $"Blocked: the name is written to look like one in the list {list}.",
        Reason.Words => $"Blocked: the words belong to {words?.Title}.",
        Reason.Download => "Blocked: files of this kind are not fetched.",
        Reason.HeldForReview => "Not open yet: nobody has looked at this address so far.",
        Reason.SafeSearch => "Open, with safe search on.",
        Reason.RatingLabel => "Blocked: the page says of itself that it is for adults.",
        Reason.PageWords => "Blocked: too many words on the page belong to what is not for this level.",
        Reason.Unread => "Blocked: the words on the page are looked at for this level, and what it says could not be read.",
        _ => "Blocked.",
    };

    private static string By(ExceptionRule rule) => rule.Decision.By is { } by ? $", as {by} decided" : ", by an exception";

    private static string Why(ExceptionRule rule) => rule.Decision.Why is { } why ? $": {why}" : "";

    private static string Until(ExceptionRule rule, TimeZoneInfo zone) => rule.Until is { } until ? $" (until {EndOf(until, zone)})" : "";

    /// <summary>An end at midnight is the end of the day before, as people say it.</summary>
    internal static string EndOf(DateTimeOffset until, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(until, zone);
        return local.TimeOfDay == TimeSpan.Zero ? local.AddDays(-1).ToString("d MMMM yyyy", British) : local.ToString("d MMMM yyyy, HH:mm", British);
    }

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
}
