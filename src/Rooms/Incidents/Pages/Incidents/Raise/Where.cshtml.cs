using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Where, when and what online. Everything here may be left out.</summary>
internal sealed class WhereModel(DraftDoor door, Drafts drafts, TimeProvider clock) : RaisePage(door, drafts)
{
    [BindProperty] public DateParts HappenedOn { get; set; }

    [BindProperty] public string? HappenedTime { get; set; }

    [BindProperty] public string? Place { get; set; }

    [BindProperty] public string? Address { get; set; }

    [BindProperty] public bool OnPaper { get; set; }

    [BindProperty] public DateParts WrittenOn { get; set; }

    [BindProperty] public string? WrittenTime { get; set; }

    public override string Step => RaiseJourney.Where;

    protected override void Show(RaiseAnswers answers)
    {
        HappenedOn = DateParts.From(answers.HappenedOn);
        HappenedTime = answers.HappenedTime;
        Place = answers.WhereAndWhen;
        Address = answers.Address;
        OnPaper = answers.WrittenAt is not null;
        WrittenOn = DateParts.From(answers.WrittenOn);
        WrittenTime = answers.WrittenTime;
    }

    protected override Task CheckAsync(CancellationToken stop)
    {
        if (!HappenedOn.IsEmpty) CheckDay(HappenedOn, nameof(HappenedOn), "The date it happened");
        CheckTime(HappenedTime, HappenedOn, nameof(HappenedTime), nameof(HappenedOn), "The date it happened");
        if (!OnPaper) return Task.CompletedTask;
        CheckDay(WrittenOn, nameof(WrittenOn), "The date on the paper");
        CheckTime(WrittenTime, WrittenOn, nameof(WrittenTime), nameof(WrittenOn), "The date on the paper");
        return Task.CompletedTask;
    }

    protected override RaiseAnswers Write(RaiseAnswers answers)
    {
        var (happenedOn, happenedAt) = When(HappenedOn, HappenedTime);
        var (writtenOn, writtenAt) = OnPaper ? When(WrittenOn, WrittenTime) : (null, null);
        return answers with
        {
            HappenedOn = happenedOn,
            HappenedAt = happenedAt,
            HappenedTime = happenedOn is null ? null : Short(HappenedTime),
            WhereAndWhen = Fit(Place, IncidentTables.LongestText, nameof(Place), "Where it happened", answers.WhereAndWhen),
            Address = Fit(Address, UrlAsText.MaxLength, nameof(Address), "The address", answers.Address),
            WrittenOn = writtenOn,
            WrittenAt = writtenAt,
            WrittenTime = writtenOn is null ? null : Short(WrittenTime),
        };
    }

    protected override IReadOnlyList<Said> Says(RaiseAnswers answers) =>
    [
        new("When it happened", answers.HappenedAt is { } at ? UkTime.InWords(at) : null),
        new("Where", answers.WhereAndWhen),
        new("Address", answers.Address),
        new("Written on paper first", answers.WrittenAt is { } written ? UkTime.InWords(written) : null),
    ];

    private (DateOnly? Day, DateTimeOffset? At) When(DateParts typed, string? time)
    {
        if (!typed.TryToDate("The date", out var day, out _) || day > Today) return (null, null);
        return (day, UkTime.First(day.ToDateTime(UkTime.ReadTime(time) ?? TimeOnly.MinValue)));
    }

    private void CheckDay(DateParts typed, string field, string what)
    {
        if (!typed.TryToDate(what, out var day, out var error)) ModelState.AddModelError(field, error);
        else if (day > Today) ModelState.AddModelError(field, $"{what} must be today or in the past");
        else if (day < Today.AddYears(-100)) ModelState.AddModelError(field, $"{what} must be in the last 100 years");
    }

    private void CheckTime(string? typed, DateParts day, string field, string dayField, string what)
    {
        if (string.IsNullOrWhiteSpace(typed)) return;
        if (UkTime.ReadTime(typed) is not { } time) ModelState.AddModelError(field, "Enter a time such as 14:30 or 2:30pm");
        else if (day.IsEmpty) ModelState.AddModelError(dayField, $"Enter {char.ToLowerInvariant(what[0])}{what[1..]} as well as the time");
        else if (day.TryToDate(what, out var known, out _) && known == Today && UkTime.First(known.ToDateTime(time)) > clock.GetUtcNow())
            ModelState.AddModelError(field, "The time must be in the past");
    }

    private static string? Short(string? time) => time is { Length: <= 20 } ? time : null;

    private DateOnly Today => UkTime.DateOf(clock.GetUtcNow());
}
