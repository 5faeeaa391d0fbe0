using System.Security.Cryptography;
using System.Text;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Organisation.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Who it is about. With an account: people of the school's list and others. Without: written names alone, never the list.</summary>
internal sealed class WhoModel(DraftDoor door, Drafts drafts, IPeople people) : RaisePage(door, drafts)
{
    private const int MostFound = 20;
    private const int MostPeople = 30;
    private static readonly PersonKind[] OfThisSchool = [PersonKind.Pupil, PersonKind.Staff, PersonKind.Governor, PersonKind.Other];

    [BindProperty] public bool Nobody { get; set; }

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public Guid? Person { get; set; }

    [BindProperty] public Part? Part { get; set; }

    public IReadOnlyList<PersonCard> Found { get; private set; } = [];

    public override string Step => RaiseJourney.Who;

    public bool HasList => Draft.Reporter is not null;

    public string Query => ToCheck ? "?check=true" : "";

    public async Task<IActionResult> OnPostFindAsync(CancellationToken stop)
    {
        if (NotNow() is { } away) return away;
        Require(Name, nameof(Name), "Enter a name or the beginning of one");
        if (!ModelState.IsValid) return await ShowAgainAsync(stop);
        // The name waits in the draft, so that the next address holds none and the browser's Back needs no second sending.
        await ChangeAsync(answers => answers with { LookedFor = Cut(Name) }, stop);
        return LocalRedirect(Here(Step) + Query + "#found");
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken stop)
    {
        if (NotNow() is { } away) return away;
        Require(Person, nameof(Person), "Select who it is");
        Require(Part, nameof(Part), "Select what they have to do with it");
        RequireThat(Answers.People.Count < MostPeople, nameof(Person), "You can name up to 30 people here. Write the others into what happened");
        if (!ModelState.IsValid || !HasList) return await ShowAgainAsync(stop);

        var cards = await people.CardsAsync([Person!.Value], stop);
        if (!cards.TryGetValue(Person.Value, out var card) || card.Org != Draft.School.Id) return NotFound();
        var named = new Named(card.Id, card.Name, card.Kind.As(), Part!.Value);
        await ChangeAsync(answers => With(answers, [.. answers.People.Where(one => one.PersonId != card.Id), named]) with { LookedFor = null }, stop);
        return LocalRedirect(Here(Step) + Query);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int at, string? name, CancellationToken stop)
    {
        if (NotNow() is { } away) return away;
        // Another tab may have removed somebody in between: the place alone could mean a different person now.
        await ChangeAsync(answers => at >= 0 && at < answers.People.Count && Mark(answers.People[at]) == name
            ? With(answers, [.. answers.People.Where((_, index) => index != at)]) : answers, stop);
        return LocalRedirect(Here(Step) + Query);
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken stop)
    {
        if (NotNow() is { } away) return away;
        await ChangeAsync(answers => answers with { LookedFor = null }, stop);
        return LocalRedirect(Here(Step) + Query);
    }

    /// <summary>People changed: who reads it must be shown again.</summary>
    public static RaiseAnswers With(RaiseAnswers answers, IReadOnlyList<Named> people) =>
        answers with { People = people, NobodyToName = people.Count == 0 && answers.NobodyToName, ReadersShown = false };

    /// <summary>Year and class of a pupil, or what an adult does, so that two of one name are told apart.</summary>
    public static string About(PersonCard card)
    {
        var year = card.YearGroup is { Length: > 0 } text && char.IsAsciiDigit(text[0]) ? $"Year {text}" : card.YearGroup;
        var adult = card.JobTitle ?? (card.Kind == PersonKind.Pupil ? null : "Adult");
        return string.Join(", ", new[] { year, card.Class, adult }.Where(part => !string.IsNullOrEmpty(part)));
    }

    public static string Mark(Named one) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{one.PersonId}|{one.Name}|{one.NamedAs}|{one.Part}")))[..12];

    protected override void Show(RaiseAnswers answers)
    {
        Nobody = answers.NobodyToName;
        Name = answers.LookedFor;
    }

    protected override async Task<IActionResult?> PrepareAsync(CancellationToken stop)
    {
        if (Draft.Reporter is { } viewer && Answers.LookedFor is { } name)
            Found = await people.FindAsync(viewer, Draft.School.Id, name, OfThisSchool, MostFound, stop);
        return null;
    }

    protected override Task CheckAsync(CancellationToken stop)
    {
        RequireThat(Nobody || Answers.People.Count > 0, nameof(Nobody), "Add somebody, or say that there is nobody you can name");
        return Task.CompletedTask;
    }

    protected override RaiseAnswers Write(RaiseAnswers answers)
    {
        var nobody = Nobody && answers.People.Count == 0;
        return nobody == answers.NobodyToName ? answers : answers with { NobodyToName = nobody, ReadersShown = false };
    }

    // People are added and taken away one by one, each on top of what is stored, so two tabs never overwrite each other here.
    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) => [];

    // Somebody who comes to change the people goes through the readers again.
    protected override string Next(RaiseAnswers answers) => answers.ReadersShown ? base.Next(answers) : Here(RaiseJourney.Readers) + Query;

    private IActionResult? NotNow() => Away() ?? (Draft.MayWrite ? null : BadRequest());

    private async Task<IActionResult> ShowAgainAsync(CancellationToken stop)
    {
        Nobody = Answers.NobodyToName;
        return await PrepareAsync(stop) ?? Page();
    }

    private static string? Cut(string? name) => name?.Length > LongestLine ? name[..LongestLine] : name;
}
