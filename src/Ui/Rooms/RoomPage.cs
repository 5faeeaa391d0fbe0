using System.Reflection;
using Lifeguard.Kernel;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Ui.Rooms;

/// <summary>
/// A page of a room: knows its viewer, refuses who may not open it, loads what it shows before GET and POST alike,
/// and answers "not yours" exactly as "not there".
/// </summary>
public abstract class RoomPage : PageModel
{
    private Viewer? _viewer;

    /// <summary>Who is looking. Only pages open to all may be without one.</summary>
    protected Viewer Viewer => _viewer ?? throw new InvalidOperationException("This page has no viewer.");

    protected bool IsSignedIn => _viewer is not null;

    /// <summary>Loads what the page shows; false when it is not there for this viewer. Runs before GET and POST.</summary>
    protected virtual Task<bool> LoadAsync(CancellationToken stop) => Task.FromResult(true);

    /// <summary>Where somebody is led for whom the page is not there; null answers 404, as for an address that never was.</summary>
    protected virtual Task<string?> InsteadAsync(CancellationToken stop) => Task.FromResult<string?>(null);

    public sealed override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _viewer = HttpContext.Features.Get<Viewer>();
        if ((Gate() ?? await FirstAsync()) is { } closed)
        {
            context.Result = closed;
            return;
        }

        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = await InsteadAsync(HttpContext.RequestAborted) is { } elsewhere ? LocalRedirect(elsewhere) : NotFound();
            return;
        }

        await next();
        if (CharactersLeftOut.From(HttpContext)) SayInBanner("Some characters that cannot be seen or printed were left out. Your words are as you wrote them.");
    }

    /// <summary>Adds the message to the field unless the answer is there.</summary>
    protected void Require(object? answer, string field, string message)
    {
        if (answer is null || (answer is string text && string.IsNullOrWhiteSpace(text))) ModelState.AddModelError(field, message);
    }

    /// <summary>Adds the message to the field when the condition does not hold.</summary>
    protected void RequireThat(bool holds, string field, string message)
    {
        if (!holds) ModelState.AddModelError(field, message);
    }

    /// <summary>The day that was typed, or null with what is wrong with it at the field.</summary>
    /// <param name="what">What day it is, as the sentence begins: "The first day".</param>
    protected DateOnly? RequireDay(DateParts typed, string field, string what)
    {
        if (typed.TryToDate(what, out var day, out var fault)) return day;
        ModelState.AddModelError(field, fault);
        return null;
    }

    /// <summary>Adds the sentence for words that are too long to the field, once. They are refused and never cut.</summary>
    /// <param name="what">What is too long, as the sentence begins: "The note".</param>
    protected bool RequireWithin(string? typed, int longest, string field, string what)
    {
        if (typed is null || typed.Length <= longest) return true;

        var message = $"{what} must be {longest:N0} characters or fewer. You typed {typed.Length:N0}. Nothing is lost: shorten it here";
        if (ModelState[field]?.Errors.Any(error => error.ErrorMessage == message) is not true) ModelState.AddModelError(field, message);
        return false;
    }

    /// <summary>Done: what to do next. Refused: the page again with the sentences. Not found: 404.</summary>
    protected IActionResult Answer(Outcome outcome, Func<IActionResult> done)
    {
        if (outcome.IsDone) return done();
        if (outcome.Refusals.Contains(Refusal.NotFound)) return NotFound();
        foreach (var refusal in outcome.Refusals) ModelState.AddModelError(string.Empty, refusal.Sentence);
        return Page();
    }

    /// <summary>Goes on, and says once on the next page what was done. The words never name a person or a case.</summary>
    protected IActionResult RedirectWithBanner(string href, string text)
    {
        SayInBanner(text);
        return LocalRedirect(href);
    }

    private IActionResult? Gate()
    {
        var page = GetType();
        if (page.GetCustomAttribute<OpenToAllAttribute>() is not null) return null;
        if (_viewer is null) return Redirect("/sign-in?to=" + Uri.EscapeDataString(Request.Path));
        if (page.GetCustomAttribute<SignedInAttribute>() is not null) return null;
        return page.GetCustomAttribute<NeedsAttribute>() is { } needs && _viewer.May(needs.Permission) ? null : NotFound();
    }

    // What this person must do before the page is theirs. It says nothing of whether the page is there.
    private async Task<IActionResult?> FirstAsync()
    {
        var page = GetType();
        if (_viewer is null || page.GetCustomAttribute<OpenToAllAttribute>() is not null || HttpContext.RequestServices.GetService<IGatekeeper>() is not { } gatekeeper) return null;
        if (page.GetCustomAttribute<BeforeSecondFactorAttribute>() is null && gatekeeper.WhereToEnrol(HttpContext) is { } enrol) return LocalRedirect(enrol);
        if (page.GetCustomAttribute<StepUpAttribute>() is null) return null;
        return await gatekeeper.WhereToStepUpAsync(HttpContext, HttpContext.RequestAborted) is { } stepUp ? LocalRedirect(stepUp) : null;
    }

    private void SayInBanner(string text) => TempData["Banner"] = TempData.Peek("Banner") is string said ? $"{said} {text}" : text;
}
