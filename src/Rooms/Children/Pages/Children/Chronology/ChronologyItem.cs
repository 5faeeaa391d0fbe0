using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Kernel;

namespace Lifeguard.Children.Pages.Children.Chronology;

/// <summary>One line of a child's chronology, in words.</summary>
/// <param name="From">Where it comes from: "From CPOMS, taken in on 3 March 2026", or that it is a record of this house.</param>
/// <param name="Href">The record's page; null for what came from elsewhere.</param>
internal sealed record ChronologyItem(Guid Id, DateTimeOffset At, string From, string Says, string? Text, IReadOnlyList<(string Label, string Text)> Rows, string? Href, bool AboutAnAdult)
{
    private const string Closed = "This entry cannot be opened: the site's key file is missing or another one.";

    public static ChronologyItem Of(ChildEntry entry, EntryWords? words)
    {
        List<(string, string?)> rows = words is null ? [] : [("Actions", words.Actions), ("Status there", words.Status), ("Others named there", words.Others), ("Written by, as it was there", words.WrittenBy), ("Their number", words.Number), ("Came there from", words.CameFrom)];
        return new ChronologyItem(entry.Id, entry.HappenedAt, $"From {entry.Source}, taken in on {UkTime.InWords(UkTime.DateOf(entry.TakenInAt))}, by {entry.ByName}",
            words is null ? Closed : words.Title ?? words.Category ?? "Entry", words?.Text,
            [.. rows.Prepend(("Category there", words?.Title is null ? null : words.Category)).Where(row => !string.IsNullOrWhiteSpace(row.Item2)).Select(row => (row.Item1, row.Item2!))], null, entry.AboutAnAdult);
    }

    public static ChronologyItem Of(ChildRecordLine record) => new(record.Id, record.At, "A record here", $"{record.Called}. {record.Says}", null, [], record.Href, false);
}
