using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Shared;

/// <summary>
/// A page on which one record is worked on: found through the viewer, and the reading committed before anything of it is shown.
/// </summary>
internal abstract class RecordPage(IncidentPages pages) : FormPage
{
    /// <summary>Longest answer of a few sentences, in characters.</summary>
    protected const int FewSentences = 8_000;

    /// <summary>Longest answer of one line.</summary>
    protected const int OneLine = 200;

    private const string NotAnAnswer = "Choose one of the answers on the page";

    [FromRoute] public RandomReference Reference { get; set; }

    public IncidentHeading? Heading { get; private set; }

    protected IncidentPages Pages => pages;

    /// <summary>A part as it stands alone, beside a name.</summary>
    public string PartOf(Part part)
    {
        var words = PartWords.Of(part);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Whether the page is also there for somebody who was only given the record to read.</summary>
    protected virtual bool AlsoForReaders => false;

    /// <summary>A closed record shows no form, unless somebody has just sent one: what they typed stays before them.</summary>
    public bool ShowsForm => Heading is { IsClosed: false } || HttpMethods.IsPost(Request.Method);

    public string Back => Links.Incident(Reference);

    /// <summary>Whom to ring at this minute, on every page of guided response and wherever a plan leads.</summary>
    public IReadOnlyList<HelpContact> Numbers { get; private set; } = [];

    protected virtual bool IsOfAPlan => Request.Query.ContainsKey("run");

    /// <summary>To the plan from which somebody came; otherwise to the record.</summary>
    public string BackTo(Guid? run) => run is { } plan ? Links.Run(Reference, plan) : Back;

    public string BackWords(Guid? run) => run is null ? "Back to the record" : "Back to the plan";

    protected sealed override async Task<bool> LoadAsync(CancellationToken stop)
    {
        Heading = await pages.HeadingAsync(Viewer, Reference, stop);
        if (Heading is null || !(Heading.WorksOn || AlsoForReaders) || !await LoadRecordAsync(Heading, stop)) return false;
        if (IsOfAPlan) Numbers = await pages.NumbersAsync(Heading.Org, stop);
        if (HttpMethods.IsGet(Request.Method)) await pages.NoteReadingAsync(Viewer, Heading.Org, Heading.Id, "opened", stop);
        return true;
    }

    /// <summary>What else the page shows; false when it is not there.</summary>
    protected virtual Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop) => Task.FromResult(true);

    /// <summary>The words, with a sentence at the field when they are too long.</summary>
    protected string? Words(string? typed, string field, int longest, string what)
    {
        RequireWithin(typed, longest, field, what);
        return typed;
    }

    protected string? WordsNeeded(string? typed, string field, int longest, string what, string message)
    {
        var kept = Words(typed, field, longest, what);
        Require(kept, field, message);
        return kept;
    }

    /// <summary>The chosen entries; a key that the list does not have is refused.</summary>
    protected IReadOnlyList<Choice> Chosen(IReference reference, ChoiceList list, IEnumerable<string> keys, string field)
    {
        List<Choice> chosen = [];
        foreach (var key in keys.Distinct())
        {
            if (reference.Choice(list, key) is { } choice) chosen.Add(choice);
            else ModelState.AddModelError(field, NotAnAnswer);
        }

        return chosen;
    }

    protected Choice? ChosenOne(IReference reference, ChoiceList list, string? key, string field, string message)
    {
        Require(key, field, message);
        return string.IsNullOrWhiteSpace(key) ? null : Chosen(reference, list, [key], field).FirstOrDefault();
    }

    protected void Demand(bool holds, string field) => RequireThat(holds, field, NotAnAnswer);

    /// <summary>A day that has come already.</summary>
    protected DateOnly? PastDay(DateParts parts, string field, string what, DateOnly today)
    {
        if (!parts.TryToDate(what, out var day, out var fault)) ModelState.AddModelError(field, fault);
        else if (day > today) ModelState.AddModelError(field, $"{what} must be today or in the past");
        else if (day < today.AddYears(-30)) ModelState.AddModelError(field, $"{what} is too long ago");
        else return day;
        return null;
    }

    /// <summary>A day that is still to come, or today.</summary>
    protected DateOnly? ComingDay(DateParts parts, string field, string what, DateOnly today)
    {
        if (!parts.TryToDate(what, out var day, out var fault)) ModelState.AddModelError(field, fault);
        else if (day < today) ModelState.AddModelError(field, $"{what} must be today or later");
        else if (day > today.AddYears(3)) ModelState.AddModelError(field, $"{what} is too far away");
        else return day;
        return null;
    }

    /// <summary>The instant that a day and a time of day make, not in the future.</summary>
    protected DateTimeOffset? PastMoment(DateParts parts, string dateField, string? time, string timeField, string what, DateTimeOffset now)
    {
        var at = WhenTyped.Read(parts, time, what, fault => ModelState.AddModelError(dateField, fault), fault => ModelState.AddModelError(timeField, fault));
        if (at is null || !ModelState.IsValid) return at;
        // A minute's grace: clocks on walls run ahead.
        RequireThat(at <= now.AddMinutes(1), dateField, $"{what} must not be in the future");
        RequireThat(at >= now.AddYears(-30), dateField, $"{what} is too long ago");
        return at;
    }
}
