using Lifeguard.Children.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Incidents.Pages.Incidents.Conduct;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Sanctions;

/// <summary>Who, and which category; then what was decided before, and what may be decided now.</summary>
[Needs(IncidentPermissions.DecideSanctions)]
internal sealed class IndexModel(
    DecideSanction decideSanction, TakeBackSanction takeBackSanction, FindSanctions findSanctions, FindMatrix findMatrix, IChildFacts childFacts, Store store, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    [BindProperty] public Guid? Person { get; set; }
    [BindProperty] public string? Category { get; set; }
    [BindProperty] public List<string> Options { get; set; } = [];
    [BindProperty] public string? Reasons { get; set; }
    [BindProperty] public string? Proportion { get; set; }
    [BindProperty] public string? Needs { get; set; }
    [BindProperty] public string? ForTheHarmed { get; set; }
    [BindProperty] public DateParts InternetUntil { get; set; }
    [BindProperty] public DateParts ParentsToldOn { get; set; }
    [BindProperty] public Guid? Sanction { get; set; }
    [BindProperty] public string? Because { get; set; }

    public IReadOnlyList<Involvement> People { get; private set; } = [];

    public IReadOnlyList<Sanction> Decided { get; private set; } = [];

    /// <summary>What comes before any sanction and is still open.</summary>
    public IReadOnlyList<Refusal> InTheWay { get; private set; } = [];

    public ConductMatrix? Matrix { get; private set; }

    public IReadOnlyList<Sanction> Earlier { get; private set; } = [];

    public ConductCategory? Proposed { get; private set; }

    public bool SomebodyWasHarmed { get; private set; }

    /// <summary>What the child's file says, where the viewer may know it.</summary>
    public ChildInShort? OnFile { get; private set; }

    public Involvement? Whom => People.FirstOrDefault(one => one.Id == Person);

    public ConductCategory? InCategory => Matrix?.Categories.FirstOrDefault(one => one.Key == Category && Whom is { } person && one.For == FindSanctions.KindOf(person));

    public string Here => Links.Incident(Reference, "sanctions");

    /// <summary>A head does not sit at the safeguarding desk: the record was given to them to read, and this is theirs to decide.</summary>
    protected override bool AlsoForReaders => true;

    public string NameOf(Guid involvement) => People.FirstOrDefault(one => one.Id == involvement)?.Name ?? "Taken off the record";

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        if (!IncidentPermissions.DecidesIn(Viewer, heading.Org)) return false;

        var incident = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == heading.Id, stop);
        var there = await store.Set<Involvement>().AsNoTracking().Where(one => one.IncidentId == heading.Id && one.RemovedAt == null).ToListAsync(stop);
        People = [.. there.Where(one => one.Part == Part.SaidToHaveDoneIt)];
        SomebodyWasHarmed = there.Exists(one => one.Part == Part.Harmed);
        Decided = await findSanctions.OnAsync(heading.Id, stop);
        InTheWay = await findSanctions.MissingAsync(incident, stop);
        Matrix = await findMatrix.OfAsync(heading.Org, stop);
        return true;
    }

    public void OnGet()
    {
        if (People.Count == 1) Person = People[0].Id;
    }

    /// <summary>Shows what may be decided in the category, beside what was decided before.</summary>
    public async Task<IActionResult> OnPostChooseAsync(CancellationToken stop)
    {
        Require(Whom, nameof(Person), "Select whom it is about");
        Require(InCategory, nameof(Category), "Select a category that is for this person");
        if (!ModelState.IsValid) Category = null;
        await LoadEarlierAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken stop)
    {
        Require(Whom, nameof(Person), "Select whom it is about");
        Require(InCategory, nameof(Category), "Select a category that is for this person");
        var allowed = (InCategory?.Options ?? []).Concat(ConductMatrix.Instead).ToHashSet();
        RequireThat(Options.Count > 0, nameof(Options), "Tick what is decided, or how it is put right without a sanction");
        Demand(Options.TrueForAll(allowed.Contains), nameof(Options));
        var reasons = WordsNeeded(Reasons, nameof(Reasons), FewSentences, "The reasons", "Give the reasons");
        var proportion = WordsNeeded(Proportion, nameof(Proportion), FewSentences, "Why this much", "Say why this much and not more or less");
        var needs = WordsNeeded(Needs, nameof(Needs), FewSentences, "What needs change", "Say what special needs or circumstances change, or that nothing does");
        var harmed = SomebodyWasHarmed ? WordsNeeded(ForTheHarmed, nameof(ForTheHarmed), FewSentences, "What it means for whoever was harmed", "Say what it means for whoever was harmed") : null;
        var today = UkTime.DateOf(clock.GetUtcNow());
        var until = InternetUntil.IsEmpty ? null : ComingDay(InternetUntil, nameof(InternetUntil), "The day on which internet access comes back", today);
        var told = ParentsToldOn.IsEmpty ? null : PastDay(ParentsToldOn, nameof(ParentsToldOn), "The day the parents were told", today);
        if (!ModelState.IsValid) return await AgainAsync(stop);

        var answers = new SanctionAnswers
        {
            InvolvementId = Person!.Value,
            Category = Category!,
            Options = [.. Options.Distinct()],
            Reasons = reasons!,
            Proportion = proportion!,
            Needs = needs!,
            ForTheHarmed = harmed,
            InternetUntil = until,
            ParentsToldOn = told,
        };
        var outcome = await OnceAsync(() => decideSanction.RunAsync(Viewer, Reference, answers, stop), stop);
        await LoadEarlierAsync(stop);
        return Answer(outcome, () => RedirectWithBanner(Here, "The decision is recorded"));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken stop)
    {
        var because = WordsNeeded(Because, nameof(Because), FewSentences, "The reason", "Say why it is taken back");
        if (!ModelState.IsValid || Sanction is null) return Page();

        return Answer(await OnceAsync(() => takeBackSanction.RunAsync(Viewer, Reference, Sanction.Value, because!, stop), stop), () => RedirectWithBanner(Here, "The decision is taken back"));
    }

    private async Task<IActionResult> AgainAsync(CancellationToken stop)
    {
        await LoadEarlierAsync(stop);
        return Page();
    }

    private async Task LoadEarlierAsync(CancellationToken stop)
    {
        if (Whom is not { } person) return;

        Earlier = await findSanctions.EarlierAsync(Viewer, Heading!.Id, person, stop);
        var key = FindSanctions.KindOf(person) == ConductOf.Pupil ? ConductMatrix.Proposed(Earlier.Select(one => one.Category)) : null;
        Proposed = Matrix?.Categories.FirstOrDefault(one => one.Key == key);
        if (person is { PersonId: { } child, NamedAs: NamedAs.Pupil }) OnFile = (await childFacts.InShortAsync(Viewer, [child], stop)).GetValueOrDefault(child);
    }
}
