using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Children.Pages.Children.Facts;

/// <summary>The fields of a fact. Which are shown, and which must be answered, depends on its kind.</summary>
internal abstract class FactFormPage(ChildPages pages, FindFamily family, IReference reference) : ChildPage(pages)
{
    private const string NotAnAnswer = "Choose one of the answers on the page";

    [BindProperty] public Guid Submission { get; set; } = pages.NewKey();

    [BindProperty] public string? Key { get; set; }

    [BindProperty] public string? Named { get; set; }

    [BindProperty] public Guid? FromRoster { get; set; }

    [BindProperty] public string? Relation { get; set; }

    [BindProperty] public Telling? Told { get; set; }

    [BindProperty] public string? Because { get; set; }

    [BindProperty] public string? SaidBy { get; set; }

    [BindProperty] public string? Agency { get; set; }

    [BindProperty] public string? Telephone { get; set; }

    [BindProperty] public bool? Interpreter { get; set; }

    [BindProperty] public string? Detail { get; set; }

    [BindProperty] public DateParts First { get; set; }

    [BindProperty] public DateParts Last { get; set; }

    public abstract FactKind Kind { get; }

    public IReadOnlyList<PersonCard> Family { get; private set; } = [];

    public IEnumerable<SelectListItem> FamilyItems => Family.Select(one => new SelectListItem(one.Name, one.IdentityId.ToString()));

    public IReadOnlyList<Choice> Choices => FactLists.Of(Kind) is { } list ? reference.Choices(list) : [];

    public IEnumerable<SelectListItem> ChoiceItems => Choices.Select(one => new SelectListItem(one.Label, one.Key));

    protected sealed override async Task<bool> LoadFileAsync(CancellationToken stop)
    {
        if (Kind is FactKind.Carer) Family = await family.OfAsync(Heading.Identity, stop);
        return await LoadFactAsync(stop);
    }

    protected virtual Task<bool> LoadFactAsync(CancellationToken stop) => Task.FromResult(true);

    protected void Fill(FactWords words, DateOnly from, DateOnly? until)
    {
        (Key, Named, Relation, Told, Because, SaidBy) = (words.Key, words.Name, words.Relation, words.Telling, words.Because, words.SaidBy);
        (Agency, Telephone, Interpreter, Detail) = (words.Agency, words.Telephone, words.Interpreter, words.Detail);
        (First, Last) = (DateParts.From(from), DateParts.From(until));
    }

    /// <summary>What was typed, or null with the sentences at their fields.</summary>
    protected FactAnswers? Answers()
    {
        var chosen = Choices.FirstOrDefault(one => one.Key == Key);
        if (FactLists.Of(Kind) is not null) Require(Key, nameof(Key), Kind is FactKind.Carer ? "Select whether they hold parental responsibility" : "Choose what it is");
        RequireThat(Key is null || chosen is not null, nameof(Key), NotAnAnswer);
        var relative = Family.FirstOrDefault(one => one.IdentityId == FromRoster);
        RequireThat(FromRoster is null || relative is not null, nameof(FromRoster), NotAnAnswer);
        if (Kind is FactKind.Carer or FactKind.Professional or FactKind.Need or FactKind.Language) Require(Named ?? relative?.Name, nameof(Named), NameMissing);
        AskOfCarers();
        if (Kind is FactKind.Order) Require(Detail, nameof(Detail), "Say what the order means for the school");
        if (Kind is FactKind.Order) Require(SaidBy, nameof(SaidBy), "Say who has seen the paper");
        if (chosen?.NeedsWords is true) Require(Detail, nameof(Detail), "Say what it is");
        if (Kind is FactKind.Language) Require(Interpreter, nameof(Interpreter), "Select whether an interpreter is needed");
        Lengths();
        RequireThat(Submission != Guid.Empty, string.Empty, "Open the page again and send it from there");
        var (from, until) = Days();
        if (!ModelState.IsValid) return null;

        return new FactAnswers(Submission, Kind, from!.Value, until, new FactWords
        {
            Key = Key,
            Name = Named ?? relative?.Name,
            Relation = Relation,
            Telling = Kind is FactKind.Carer ? Told : null,
            Because = Kind is FactKind.Carer ? Because : null,
            SaidBy = SaidBy,
            Agency = Agency,
            Telephone = Telephone,
            Interpreter = Interpreter,
            Detail = Detail,
        });
    }

    private string NameMissing => Kind switch
    {
        FactKind.Need => "Say what the need is",
        FactKind.Language => "Say which language",
        FactKind.Carer => "Type the name, or choose somebody of the roster",
        _ => "Type the name",
    };

    private void AskOfCarers()
    {
        if (Kind is not FactKind.Carer) return;
        Require(Told, nameof(Told), "Select whether they may be told");
        if (Told is not Telling.MustNotBeTold) return;
        // Whoever reads this in a hurry must be able to answer the parent at the gate.
        Require(Because, nameof(Because), "Say which order or reason keeps the school from telling them");
        Require(SaidBy, nameof(SaidBy), "Say who said so");
    }

    private void Lengths()
    {
        RequireWithin(Named, FactWords.LongestLine, nameof(Named), "The name");
        RequireWithin(Relation, FactWords.LongestLine, nameof(Relation), "The relation");
        RequireWithin(Because, FactWords.LongestDetail, nameof(Because), "The reason");
        RequireWithin(SaidBy, FactWords.LongestLine, nameof(SaidBy), "This answer");
        RequireWithin(Agency, FactWords.LongestLine, nameof(Agency), "The name");
        RequireWithin(Telephone, FactWords.LongestLine, nameof(Telephone), "The telephone number");
        RequireWithin(Detail, FactWords.LongestDetail, nameof(Detail), "This answer");
    }

    private (DateOnly? From, DateOnly? Until) Days()
    {
        // What nobody knows the first day of holds from the day on which the school heard of it.
        var from = First.IsEmpty ? Pages.Today : RequireDay(First, nameof(First), "The first day");
        var until = Last.IsEmpty ? null : RequireDay(Last, nameof(Last), "The last day");
        RequireThat(from is null || from >= Pages.Today.AddYears(-25), nameof(First), "The first day is too long ago");
        RequireThat(from is null || from <= Pages.Today.AddYears(1), nameof(First), "The first day is too far away");
        RequireThat(until is null || until <= Pages.Today.AddYears(20), nameof(Last), "The last day is too far away");
        RequireThat(from is null || until is null || until >= from, nameof(Last), "The last day must not be before the first");
        return (from, until);
    }
}
