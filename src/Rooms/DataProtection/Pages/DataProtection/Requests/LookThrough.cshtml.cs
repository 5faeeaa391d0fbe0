using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>Entry by entry: what of one's own desk somebody is given about themselves. The readings are committed before a word is shown.</summary>
[Needs(DataProtectionPermissions.LookThrough), StepUp]
internal sealed class LookThroughModel(FindLookThrough find, DecideEntry decide, FinishLooking finish, Store store, TimeProvider clock) : RoomPage
{
    private const int LongestText = 40_000;

    /// <summary>How such a reading stands in the list of who has opened a record.</summary>
    private const string How = "looked through";

    [FromRoute(Name = "request")] public RandomReference Reference { get; set; }

    [BindProperty] public Guid Entry { get; set; }

    [BindProperty] public string? Text { get; set; }

    [BindProperty] public bool Looked { get; set; }

    [BindProperty] public WithholdGround? Ground { get; set; }

    /// <summary>A name to look for that somebody wrote by hand.</summary>
    [BindProperty] public string? Written { get; set; }

    public LookThroughRow Row { get; private set; } = null!;

    /// <summary>Where that name was found. These are offered; they keep nobody from finishing.</summary>
    public IReadOnlyList<EntryRow> Found { get; private set; } = [];

    public bool HasLooked { get; private set; }

    public IReadOnlyList<EntryRow> Entries { get; private set; } = [];

    public string Here => Links.LookThroughOf(Reference);

    public IReadOnlyList<PersonalEntry> Undecided => [.. Entries.Where(row => row.Decided is null).Select(row => row.Entry)];

    public bool IsOpenHere(EntryRow row) => row.Entry.Key == Entry;

    /// <summary>What stands in the box: what was just typed, what was decided, or the proposal.</summary>
    public string TextOf(EntryRow row) => IsOpenHere(row) && Text is not null ? Text : row.Decided?.Text ?? row.Entry.Proposed;

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if ((await find.OfAsync(Viewer, stop)).FirstOrDefault(one => one.Request.Reference == Reference) is not { } row) return false;
        Row = row;
        Entries = await find.EntriesAsync(Viewer, row.Request, stop);
        if (HttpMethods.IsGet(Request.Method)) await NoteAsync(Entries, stop);
        else await FindWrittenAsync(stop);
        return true;
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken stop)
    {
        Require(Written, nameof(Written), "Write the name to look for");
        if (!ModelState.IsValid) return Page();
        await NoteAsync(Found, stop);
        HasLooked = true;
        return Page();
    }

    public async Task<IActionResult> OnPostShareAsync(CancellationToken stop)
    {
        var entry = Chosen();
        Require(Text, nameof(Text), "Write what is given, or withhold it");
        RequireWithin(Text, LongestText, nameof(Text), "What is given");
        if (!ModelState.IsValid || entry is null) return Page();
        return Answer(await decide.ShareAsync(Viewer, Row.Request, entry, Text!, Looked, stop), () => RedirectWithBanner(Here, "Decided: it is given"));
    }

    public async Task<IActionResult> OnPostWithholdAsync(CancellationToken stop)
    {
        var entry = Chosen();
        Require(Ground, nameof(Ground), "Select why it is withheld");
        if (!ModelState.IsValid || entry is null) return Page();
        return Answer(await decide.WithholdAsync(Viewer, Row.Request, entry, Ground!.Value.ToString(), stop), () => RedirectWithBanner(Here, "Decided: it is withheld"));
    }

    /// <summary>Everything that nobody has decided yet, as it stands on the page: for somebody who has read it all.</summary>
    public async Task<IActionResult> OnPostShareRestAsync(CancellationToken stop)
    {
        RequireThat(Looked, nameof(Looked), "Say that you have read every line");
        if (!ModelState.IsValid) return Page();
        return Answer(await decide.ShareRestAsync(Viewer, Row.Request, Undecided, stop), () => RedirectWithBanner(Here, "Decided: the rest is given"));
    }

    public async Task<IActionResult> OnPostWithholdRestAsync(CancellationToken stop)
    {
        Require(Ground, nameof(Ground), "Select why the rest is withheld");
        if (!ModelState.IsValid) return Page();
        return Answer(await decide.WithholdRestAsync(Viewer, Row.Request, Undecided, Ground!.Value.ToString(), stop), () => RedirectWithBanner(Here, "Decided: the rest is withheld"));
    }

    public async Task<IActionResult> OnPostFinishAsync(CancellationToken stop) =>
        Answer(await finish.RunAsync(Viewer, Row, Entries, stop), () => RedirectWithBanner(Links.LookThrough, "You have finished. The data-protection lead is told no more than whether a desk has"));

    private async Task FindWrittenAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Written) || !RequireWithin(Written, PersonRequest.LongestName, nameof(Written), "The name")) return;
        var there = Entries.Select(row => row.Entry.Key).ToHashSet();
        Found = [.. (await find.NamedAsync(Viewer, Row.Request, Written, stop)).Where(row => !there.Contains(row.Entry.Key))];
    }

    private async Task NoteAsync(IReadOnlyList<EntryRow> shown, CancellationToken stop)
    {
        var records = shown.Select(one => one.Entry.Record).Distinct().ToList();
        if (records.Count > 0)
            await store.CommitAsync(Viewer.Deed(Row.Request.Org, clock.GetUtcNow()), [.. records.Select(record => new RecordRead(record, How))], stop);
    }

    private PersonalEntry? Chosen()
    {
        var entry = Entries.Concat(Found).FirstOrDefault(IsOpenHere)?.Entry;
        Require(entry, nameof(Entry), "Choose one of the entries on the page");
        return entry;
    }
}
