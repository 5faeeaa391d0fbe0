using Lifeguard.Children.Contracts;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Parents;

[Needs(IncidentPermissions.Work)]
internal sealed class ParentsModel(RecordParents recordParents, FindChildren children, IChildFacts childFacts, IReference reference, IncidentPages pages, TimeProvider clock) : RecordPage(pages)
{
    public const string Told = "told";
    public const string NotYet = "not-yet";
    public const string NotByUs = "not-by-us";

    private static readonly string[] SomebodyAsked = ["police-asked", "social-care-asked"];

    /// <summary>The plan from which somebody came.</summary>
    [FromQuery] public Guid? Run { get; set; }

    [BindProperty] public Guid? Child { get; set; }
    [BindProperty] public string? Decision { get; set; }
    [BindProperty] public string? WhoWasTold { get; set; }
    [BindProperty] public string? How { get; set; }
    [BindProperty] public string? Said { get; set; }
    [BindProperty] public string? Although { get; set; }
    [BindProperty] public DateParts ToldOn { get; set; }
    [BindProperty] public string? ToldTime { get; set; }
    [BindProperty] public DateParts MeetingOn { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? WhoAskedToWait { get; set; }
    [BindProperty] public DateParts LookAgainOn { get; set; }
    [BindProperty] public string? FinalReason { get; set; }
    [BindProperty] public string? WhoToldThem { get; set; }

    public IReadOnlyList<ChildShown> Children { get; private set; } = [];

    /// <summary>What the children's files say of who may be told.</summary>
    public IReadOnlyList<ChildInShort> OnFile { get; private set; } = [];

    public IReadOnlyList<Choice> Reasons => reference.Choices(ChoiceList.ParentsNotTold);

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        Children = await children.OfAsync(heading.Id, stop);
        OnFile = [.. (await childFacts.InShortAsync(Viewer, [.. Children.Select(child => child.PersonId).OfType<Guid>().Distinct()], stop)).Values];
        return true;
    }

    public void OnGet()
    {
        var now = clock.GetUtcNow();
        ToldOn = DateParts.From(UkTime.DateOf(now));
        ToldTime = UkTime.ForBox(now);
        if (Children.Count(child => child.IsOwed && child.Last is null) == 1) Child = Children.First(child => child.IsOwed && child.Last is null).InvolvementId;
        else if (Children.Count == 1) Child = Children[0].InvolvementId;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Require(Child, nameof(Child), "Select the child");
        Demand(Child is null || Children.Any(child => child.InvolvementId == Child), nameof(Child));
        var answers = Decision switch
        {
            Told => ReadTold(),
            NotYet => ReadNotYet(),
            NotByUs => ReadNotByUs(),
            _ => null,
        };
        if (answers is null) ModelState.AddModelError(nameof(Decision), "Select whether they were told");
        if (!ModelState.IsValid) return Page();

        return Answer(await OnceAsync(() => recordParents.RunAsync(Viewer, Reference, answers!, stop), stop), () => RedirectWithBanner(BackTo(Run), "The decision about the parents is recorded"));
    }

    public string ReasonInWords(string? key) => key is null ? "" : reference.Choice(ChoiceList.ParentsNotTold, key)?.Label ?? key;

    private ParentsAnswers ReadTold() => new()
    {
        InvolvementId = Child ?? Guid.Empty,
        Told = true,
        WhoWasTold = WordsNeeded(WhoWasTold, nameof(WhoWasTold), OneLine, "Who was told", "Say who was told"),
        How = WordsNeeded(How, nameof(How), OneLine, "How they were told", "Say how they were told"),
        Said = WordsNeeded(Said, nameof(Said), FewSentences, "What was said", "Say what was said"),
        Although = ReadAlthough(),
        ToldAt = PastMoment(ToldOn, nameof(ToldOn), ToldTime, nameof(ToldTime), "The day they were told", clock.GetUtcNow()),
        MeetingOn = MeetingOn.IsEmpty ? null : RequireDay(MeetingOn, nameof(MeetingOn), "The day of the meeting"),
    };

    private string? ReadAlthough()
    {
        var although = Words(Although, nameof(Although), FewSentences, "Why they were told");
        RequireThat(although is not null || Children.FirstOrDefault(one => one.InvolvementId == Child) is not { IsHeld: true }, nameof(Although), "Telling them is held. Say why they were told all the same, and who agreed");
        return although;
    }

    private ParentsAnswers ReadNotYet()
    {
        var reason = ChosenOne(reference, ChoiceList.ParentsNotTold, Reason, nameof(Reason), "Select why they are not told yet");
        var who = Words(WhoAskedToWait, nameof(WhoAskedToWait), FewSentences, "Who asked to wait, or why,");
        var isAsked = reason is not null && SomebodyAsked.Contains(reason.Key);
        RequireThat(!isAsked || who is not null, nameof(WhoAskedToWait), "Name the person who asked to wait, and their agency");
        RequireThat(isAsked || reason is not { NeedsWords: true } || who is not null, nameof(WhoAskedToWait), "Say in a few words why");
        return new ParentsAnswers
        {
            InvolvementId = Child ?? Guid.Empty,
            Told = false,
            Reason = reason?.Key,
            WhoAskedToWait = who,
            LookAgainOn = ComingDay(LookAgainOn, nameof(LookAgainOn), "The day this is looked at again", UkTime.DateOf(clock.GetUtcNow())),
        };
    }

    private ParentsAnswers ReadNotByUs()
    {
        var reason = ChosenOne(reference, ChoiceList.ParentsNotTold, FinalReason, nameof(FinalReason), "Select why the school does not tell them");
        return new ParentsAnswers
        {
            InvolvementId = Child ?? Guid.Empty,
            Told = false,
            Reason = reason?.Key,
            WhoAskedToWait = WordsNeeded(WhoToldThem, nameof(WhoToldThem), FewSentences, "Who decided, and why,", "Say who decided, and why it is safe"),
        };
    }
}
