using Lifeguard.Children.Model;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Children.Pages.Children.Facts;

/// <summary>A fact that holds: it ends, it is corrected, or it was never true.</summary>
[Needs(ChildrenPermissions.Files)]
internal sealed class FactModel(ChildPages pages, FindFamily family, FindFacts findFacts, IReference reference, EnterFact enterFact, EndFact endFact) : FactFormPage(pages, family, reference)
{
    [FromRoute(Name = "fact")] public Guid FactId { get; set; }

    [BindProperty] public DateParts EndsOn { get; set; }

    [BindProperty] public string? Why { get; set; }

    public FactLine Line { get; private set; } = null!;

    public override FactKind Kind => Line.Fact.Kind;

    public bool MayChange => Line.Fact.IsOpen(Pages.Today) && Line.Words is not null;

    protected override async Task<bool> IsThereAsync(CancellationToken stop)
    {
        if (await findFacts.OneAsync(Heading.File.Id, FactId, stop) is not { } line) return false;
        Line = line;
        return true;
    }

    protected override Task<bool> LoadFactAsync(CancellationToken stop)
    {
        if (HttpMethods.IsGet(Request.Method) && Line.Words is { } words) Fill(words, Line.Fact.From, Line.Fact.Until);
        return Task.FromResult(true);
    }

    public void OnGet() => EndsOn = DateParts.From(Pages.Today);

    /// <summary>Corrects it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Answers() is not { } answers) return Page();
        return Answer(await enterFact.RunAsync(Viewer, Reference, answers, FactId, stop), () => RedirectWithBanner(Back, "It is corrected. What stood there before is among the history"));
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken stop)
    {
        var until = RequireDay(EndsOn, nameof(EndsOn), "The last day");
        RequireThat(until is null || until <= Pages.Today, nameof(EndsOn), "The last day must be today or earlier. A day to come is entered with Correct it");
        if (!ModelState.IsValid) return Page();
        return Answer(await endFact.RunAsync(Viewer, Reference, FactId, until!.Value, stop), () => RedirectWithBanner(Back, "It has ended"));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken stop)
    {
        Require(Why, nameof(Why), "Say why it was wrong");
        RequireWithin(Why, FactWords.LongestLine, nameof(Why), "The reason");
        if (!ModelState.IsValid) return Page();
        return Answer(await endFact.TakeBackAsync(Viewer, Reference, FactId, Why!, stop), () => RedirectWithBanner(Back, "It is taken back"));
    }
}
