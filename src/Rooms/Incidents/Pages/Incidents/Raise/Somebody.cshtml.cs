using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Somebody who is not on the school's list, or cannot be named: what they are decides who may read the report.</summary>
internal sealed class SomebodyModel(DraftDoor door, Drafts drafts) : RaisePage(door, drafts)
{
    private const int MostPeople = 30;

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public NamedAs? As { get; set; }

    /// <summary>Asked of who does not know: could it be an adult who works or helps here?</summary>
    [BindProperty] public string? CouldBeAdultHere { get; set; }

    [BindProperty] public Part? Part { get; set; }

    public override string Step => RaiseJourney.Who;

    public string WhoHref => Here(RaiseJourney.Who) + (ToCheck ? "?check=true" : "");

    public static IReadOnlyList<NamedAs> Kinds { get; } =
        [NamedAs.Pupil, NamedAs.AdultHere, NamedAs.Head, NamedAs.SafeguardingLead, NamedAs.Governor, NamedAs.Chair, NamedAs.TrustStaff, NamedAs.Parent, NamedAs.OtherAdult];

    protected override void Show(RaiseAnswers answers)
    {
    }

    protected override Task CheckAsync(CancellationToken stop)
    {
        Require(As, nameof(As), "Select what they are");
        if (As == NamedAs.Unknown) Require(CouldBeAdultHere, nameof(CouldBeAdultHere), "Say whether it could be an adult who works or helps here");
        Require(Part, nameof(Part), "Select what they have to do with it");
        RequireWithin(Name, LongestLine, nameof(Name), "The name");
        RequireThat(Answers.People.Count < MostPeople, nameof(Name), "You can name up to 30 people here. Write the others into what happened");
        return Task.CompletedTask;
    }

    protected override RaiseAnswers Write(RaiseAnswers answers)
    {
        if (!ModelState.IsValid || As is not { } namedAs || Part is not { } part) return answers;
        // Who might be an adult here is treated as one: it is easier to let the safeguarding team read later than to take it back.
        if (namedAs == NamedAs.Unknown && CouldBeAdultHere == "yes") namedAs = NamedAs.AdultHere;
        var named = new Named(null, Name ?? NamedWords.NotNamed, namedAs, part);
        return answers.People.Contains(named) ? answers : WhoModel.With(answers, [.. answers.People, named]);
    }

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) => [];

    protected override string Next(RaiseAnswers answers) => WhoHref;
}
