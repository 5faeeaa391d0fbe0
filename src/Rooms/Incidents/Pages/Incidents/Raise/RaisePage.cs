using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>What one question holds, in words: to see whether another tab changed it, and to show both when it did.</summary>
internal sealed record Said(string Question, string? Answer);

/// <summary>
/// A page of the report. It asks one question of a draft, keeps whatever fits each time it is sent, also when something is missing,
/// when the session has ended, or when another tab saved in between.
/// </summary>
[OpenToAll("A concern can be raised without an account; the draft's own key decides who may open it.")]
// Checked by the door instead: a forgery token dies with its session, and words must not die with it.
[IgnoreAntiforgeryToken]
[RequestFormLimits(ValueLengthLimit = 16 * 1024 * 1024)]
internal abstract class RaisePage(DraftDoor door, Drafts drafts) : RoomPage
{
    /// <summary>Longest short answer: a name, a telephone number.</summary>
    protected const int LongestLine = 200;

    private const int MostTries = 10;

    /// <summary>Fingerprint of this question's answers when the page was shown.</summary>
    [BindProperty] public string? Seen { get; set; }

    /// <summary>Which button: empty for Continue, <c>leave</c> for Save and leave.</summary>
    [BindProperty] public string? Then { get; set; }

    /// <summary>Came from the check page and goes back there.</summary>
    [BindProperty(SupportsGet = true, Name = "check")] public bool ToCheck { get; set; }

    public OpenDraft Draft { get; private set; } = null!;

    public RaiseAnswers Answers => Draft.Answers;

    public string SeenNow => Print(Answers);

    /// <summary>What another tab saved meanwhile; empty almost always.</summary>
    public IReadOnlyList<Said> OtherTab { get; private set; } = [];

    public string BackHref => ToCheck ? Here(RaiseJourney.Check) : Here(RaiseJourney.Before(Step, Draft.HasAccount));

    public string KeepOtherHref => Next(Answers);

    public abstract string Step { get; }

    protected Drafts Drafts => drafts;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Away() is { } away) return away;
        Show(Answers);
        return await PrepareAsync(stop) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Draft.Stored.SentAt is not null) return Sent();
        if (!Draft.MayWrite) return BadRequest();
        if (IsUnreadable()) return await AgainAsync(stop);

        await CheckAsync(stop);
        var saved = await SaveAsync(stop);
        if (Draft.SignedOut) return ToSignIn();
        if (!saved) return await AgainAsync(stop);
        if (Then == "leave") return Redirect(Here(RaiseJourney.Kept));
        if (!ModelState.IsValid) return await AgainAsync(stop);
        return LocalRedirect(Next(Answers));
    }

    public string Here(string page) => Links.Draft(Draft.Stored.Reference, page);

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await door.OpenAsync(HttpContext, IsSignedIn ? Viewer : null, stop) is not { } open) return false;
        Draft = open;
        return true;
    }

    /// <summary>Fills the fields from what was answered before.</summary>
    protected abstract void Show(RaiseAnswers answers);

    /// <summary>The answers with this page's fields laid in, as far as they fit.</summary>
    protected abstract RaiseAnswers Write(RaiseAnswers answers);

    protected abstract IReadOnlyList<Said> Says(RaiseAnswers answers);

    /// <summary>What the page shows besides its fields; a result sends the person elsewhere.</summary>
    protected virtual Task<IActionResult?> PrepareAsync(CancellationToken stop) => Task.FromResult<IActionResult?>(null);

    protected virtual Task CheckAsync(CancellationToken stop) => Task.CompletedTask;

    protected virtual string Next(RaiseAnswers answers) => ToCheck
        ? RaiseJourney.FirstOpen(answers) is { } open ? Here(open) + "?check=true" : Here(RaiseJourney.Check)
        : Here(RaiseJourney.After(Step, Draft.HasAccount));

    /// <summary>Elsewhere, when the draft was sent already or its author must sign in first.</summary>
    protected IActionResult? Away() => Draft.Stored.SentAt is not null ? Sent() : Draft.SignedOut ? ToSignIn() : null;

    protected IActionResult ToSignIn() => Redirect("/sign-in?to=" + Uri.EscapeDataString(Request.Path));

    /// <summary>The text; the old one when it is too long, which is said at the field.</summary>
    protected string? Fit(string? typed, int longest, string field, string what, string? old) => RequireWithin(typed, longest, field, what) ? typed : old;

    /// <summary>Changes what is stored now, whatever other tabs did meanwhile.</summary>
    protected async Task<bool> ChangeAsync(Func<RaiseAnswers, RaiseAnswers?> change, CancellationToken stop)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (change(Answers) is not { } changed) return false;
            if (await drafts.SaveAsync(Draft.Stored, changed, stop))
            {
                await ReloadAsync(stop);
                return true;
            }

            await ReloadAsync(stop);
            if (Draft.Stored.SentAt is not null) return false;
        }

        throw new InvalidOperationException("A draft is saved by too many tabs at once.");
    }

    private Task<bool> SaveAsync(CancellationToken stop) => ChangeAsync(
        stored =>
        {
            var mine = Write(stored);
            var changedElsewhere = Seen is not null && Seen != Print(stored) && Print(mine) != Print(stored);
            if (!changedElsewhere) return mine;
            OtherTab = Says(stored);
            ModelState.AddModelError(string.Empty, "You changed this page in another tab. Both versions are below. Keep the one you want");
            return null;
        },
        stop);

    private async Task<IActionResult> AgainAsync(CancellationToken stop)
    {
        if (Draft.Stored.SentAt is not null) return Sent();
        return await PrepareAsync(stop) ?? Page();
    }

    private async Task ReloadAsync(CancellationToken stop)
    {
        var stored = await drafts.FindAsync(Draft.Stored.Reference, stop) ?? throw new InvalidOperationException("The draft was deleted while it was open.");
        Draft = Draft with { Stored = stored };
    }

    // A draft that another click sent just now knows its receipt at the next request.
    private RedirectResult Sent() => Redirect(Draft.Receipt is { } receipt ? Links.Receipt(receipt) : Here(RaiseJourney.Kept));

    // The body was larger than the house takes, or no form at all: nothing of it could be read.
    private bool IsUnreadable()
    {
        if (!ModelState.TryGetValue(string.Empty, out var entry) || entry.ValidationState != ModelValidationState.Invalid) return false;
        ModelState.Clear();
        ModelState.AddModelError(string.Empty, "What you sent was too large to be taken. What you had saved before is kept. Write at most 20,000 characters and leave out pictures");
        Show(Answers);
        return true;
    }

    private string Print(RaiseAnswers answers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Says(answers)))))[..16];
}
