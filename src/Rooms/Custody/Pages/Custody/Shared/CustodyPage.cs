using Lifeguard.Custody.Model;
using Lifeguard.Kernel;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Custody.Pages.Custody.Shared;

/// <summary>A page with a form whose key makes it count once. Words alone are taken: no page of this room has a field for a file.</summary>
internal abstract class CustodyPage(TimeProvider clock) : RoomPage
{
    protected const string NotAnAnswer = "Choose one of the answers on the page";

    /// <summary>Made when the form is shown and sent back with it.</summary>
    [BindProperty] public Guid Submission { get; set; } = Guid.CreateVersion7(clock.GetUtcNow());

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public DateOnly Today => UkTime.DateOf(Now);

    /// <summary>An answer of one line that is needed.</summary>
    protected string LineNeeded(string? typed, string field, string what, string message)
    {
        Require(typed, field, message);
        return Line(typed, field, what) ?? "";
    }

    protected string? Line(string? typed, string field, string what)
    {
        RequireWithin(typed, Item.OneLine, field, what);
        return typed;
    }

    /// <summary>A few sentences that are needed.</summary>
    protected string WordsNeeded(string? typed, string field, string what, string message)
    {
        Require(typed, field, message);
        RequireWithin(typed, Item.FewSentences, field, what);
        return typed ?? "";
    }

    /// <summary>The instant that a day and a time of day make, not in the future.</summary>
    protected DateTimeOffset? PastMoment(DateParts parts, string dateField, string? time, string timeField, string what)
    {
        var day = RequireDay(parts, dateField, what);
        if (UkTime.ReadTime(time) is not { } clockTime)
        {
            ModelState.AddModelError(timeField, "Enter the time, such as 14:05 or 2:05pm");
            return null;
        }

        if (day is not { } typed) return null;
        if (typed.Year < 1990 || typed > Today.AddDays(1))
        {
            ModelState.AddModelError(dateField, typed > Today ? $"{what} must not be in the future" : $"{what} is too long ago");
            return null;
        }

        var at = UkTime.First(typed.ToDateTime(clockTime));
        // A minute's grace: clocks on walls run ahead.
        RequireThat(at <= Now.AddMinutes(1), dateField, $"{what} must not be in the future");
        return at;
    }

    /// <summary>The form must carry its key.</summary>
    protected void RequireKey() => RequireThat(Submission != Guid.Empty, string.Empty, Refusals.FormAgain.Sentence);

    /// <summary>Does the page's act when the answers hold, and goes on.</summary>
    protected async Task<IActionResult> DoAsync(Func<Task<Outcome>> act, string href, string banner)
    {
        RequireKey();
        if (!ModelState.IsValid) return Page();
        return Answer(await act(), () => RedirectWithBanner(href, banner));
    }
}
