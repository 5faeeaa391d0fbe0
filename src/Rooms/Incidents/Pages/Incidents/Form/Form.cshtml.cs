using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Form;

[Needs(IncidentPermissions.Work)]
internal sealed class FormModel(
    CompleteForm completeForm, IReference reference, IAgencies agencies, IOrganisations organisations, Store store, Meanwhile meanwhile, IncidentPages pages, TimeProvider clock)
    : RecordPage(pages)
{
    /// <summary>The group of online places that have a web address.</summary>
    public const string Web = "web";

    private static readonly string[] AdviceFirst = [AgencyKinds.PoliceChildProtection, AgencyKinds.SocialCare, AgencyKinds.SocialCareOutOfHours];

    [BindProperty] public Seen Seen { get; set; }
    [BindProperty] public Intent? Intent { get; set; }
    [BindProperty] public List<string> Material { get; set; } = [];
    [BindProperty] public List<string> ConsideredAs { get; set; } = [];
    [BindProperty] public DateParts HappenedOn { get; set; }
    [BindProperty] public string? HappenedTime { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? PlaceDetail { get; set; }
    [BindProperty] public List<string> Equipment { get; set; } = [];
    [BindProperty] public string? HowFound { get; set; }
    [BindProperty] public string? HowFoundWords { get; set; }
    [BindProperty] public List<string> WhereOnline { get; set; } = [];
    [BindProperty] public string? WhereOnlineWords { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public List<string> StaffActions { get; set; } = [];
    [BindProperty] public Dictionary<string, DateParts> StaffOn { get; set; } = [];
    [BindProperty] public string? StaffWords { get; set; }
    [BindProperty] public List<string> ChildActions { get; set; } = [];
    [BindProperty] public Dictionary<string, DateParts> ChildOn { get; set; } = [];
    [BindProperty] public NeedsPolice? AnybodyNeedsPolice { get; set; }

    public Merge? Merge { get; private set; }

    public OrganisationCard? School { get; private set; }

    public IReadOnlyList<AgencyCard> AskFirst { get; private set; } = [];

    public IReference Facts => reference;

    public DateOnly Today => UkTime.DateOf(clock.GetUtcNow());

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        School = await organisations.GetAsync(heading.Org, stop);
        AskFirst = await agencies.ForAsync(heading.Org, AdviceFirst, stop);
        return true;
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Seen = meanwhile.SeenOf(Heading!);
        var (form, happenedAt) = await StoredAsync(stop);
        Intent = form.Intent;
        Material = form.Material;
        ConsideredAs = form.ConsideredAs;
        if (happenedAt is { } at)
        {
            HappenedOn = DateParts.From(UkTime.DateOf(at));
            HappenedTime = form.TimeNotKnown ? null : UkTime.ForBox(at);
        }

        (Place, PlaceDetail, Equipment) = (form.Place, form.PlaceDetail, form.Equipment);
        (HowFound, HowFoundWords) = (form.HowFound, form.HowFoundWords);
        (WhereOnline, WhereOnlineWords, Address) = (form.WhereOnline, form.WhereOnlineWords, form.Address);
        StaffActions = [.. form.StaffActions.Select(tick => tick.Key)];
        StaffOn = form.StaffActions.ToDictionary(tick => tick.Key, tick => DateParts.From(tick.On));
        StaffWords = form.StaffActions.Select(tick => tick.Words).FirstOrDefault(words => words is not null);
        ChildActions = [.. form.ChildActions.Select(tick => tick.Key)];
        ChildOn = form.ChildActions.ToDictionary(tick => tick.Key, tick => DateParts.From(tick.On));
        AnybodyNeedsPolice = form.AnybodyNeedsPolice;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var answers = Read();
        if (!ModelState.IsValid) return Page();

        var outcome = await OnceAsync(() => completeForm.RunAsync(Viewer, Reference, Seen, answers, stop), stop);
        var differences = outcome.Refusals.Contains(Refusal.ChangedMeanwhile) ? await DifferencesAsync(answers, stop) : [];
        if (await meanwhile.AfterAsync(Viewer, outcome, Heading!, Seen, stop, differences) is { } merge) (Merge, Seen) = (merge, merge.Seen);
        return Answer(outcome, () => answers.Form.AnybodyNeedsPolice == NeedsPolice.Yes
            ? RedirectWithBanner(Links.Incident(Reference, "referrals/new"), "The form is saved. Record now when the police were told")
            : RedirectWithBanner(Back, "The form is saved"));
    }

    /// <summary>The day shown beside a tick: what was typed or stored, else today, which is usual.</summary>
    public DateParts DayOf(Dictionary<string, DateParts> days, string key) => days.TryGetValue(key, out var day) ? day : DateParts.From(Today);

    private FormAnswers Read()
    {
        Require(Intent, nameof(Intent), "Select whether it was on purpose");
        Require(AnybodyNeedsPolice, nameof(AnybodyNeedsPolice), "Select whether anybody needs the police");
        Chosen(reference, ChoiceList.MaterialHandling, Material, nameof(Material));
        Chosen(reference, ChoiceList.ConsideredAs, ConsideredAs, nameof(ConsideredAs));
        ChosenOne(reference, ChoiceList.Places, Place, nameof(Place), "Select where it happened");
        RequireThat(Equipment.Count > 0, nameof(Equipment), "Select what equipment was used, or that it is not known");
        Chosen(reference, ChoiceList.Equipment, Equipment, nameof(Equipment));
        var found = ChosenOne(reference, ChoiceList.HowIdentified, HowFound, nameof(HowFound), "Select how it was found");
        var foundWords = Words(HowFoundWords, nameof(HowFoundWords), FewSentences, "How it was found");
        RequireThat(found is not { NeedsWords: true } || foundWords is not null, nameof(HowFoundWords), "Say in a few words how it was found");
        var online = Chosen(reference, ChoiceList.Platforms, WhereOnline, nameof(WhereOnline));
        var onlineWords = Words(WhereOnlineWords, nameof(WhereOnlineWords), OneLine, "Where online it was");
        RequireThat(!online.Any(place => place.NeedsWords) || onlineWords is not null, nameof(WhereOnlineWords), "Say where online it was");
        var address = Words(Address, nameof(Address), UrlAsText.MaxLength, "The address");
        RequireThat(!online.Any(place => place.For == Web) || address is not null, nameof(Address), "Type the address of the website");
        var isDeliberate = Intent == Model.Intent.Deliberate;
        var (happenedAt, timeNotKnown) = Happened();
        return new FormAnswers(
            new IncidentForm
            {
                Intent = Intent,
                Material = [.. Material.Distinct()],
                // Ticked before the answer above was changed: asked for no other answer, and so not kept.
                ConsideredAs = isDeliberate ? [.. ConsideredAs.Distinct()] : [],
                Place = Place,
                PlaceDetail = Words(PlaceDetail, nameof(PlaceDetail), OneLine, "Where exactly it was"),
                Equipment = [.. Equipment.Distinct()],
                HowFound = HowFound,
                HowFoundWords = foundWords,
                WhereOnline = [.. WhereOnline.Distinct()],
                WhereOnlineWords = onlineWords,
                Address = address,
                TimeNotKnown = timeNotKnown,
                StaffActions = Ticks(ChoiceList.StaffActions, StaffActions, nameof(StaffActions), StaffOn, nameof(StaffOn), Words(StaffWords, nameof(StaffWords), FewSentences, "What was done")),
                ChildActions = Ticks(ChoiceList.ChildActions, ChildActions, nameof(ChildActions), ChildOn, nameof(ChildOn), null),
                AnybodyNeedsPolice = AnybodyNeedsPolice,
            },
            happenedAt);
    }

    private (DateTimeOffset? At, bool TimeNotKnown) Happened()
    {
        if (HappenedOn.IsEmpty && string.IsNullOrWhiteSpace(HappenedTime)) return (null, false);
        var timeNotKnown = string.IsNullOrWhiteSpace(HappenedTime);
        return (PastMoment(HappenedOn, nameof(HappenedOn), timeNotKnown ? "00:00" : HappenedTime, nameof(HappenedTime), "The date it happened", clock.GetUtcNow()), timeNotKnown);
    }

    private List<FormTick> Ticks(ChoiceList list, List<string> keys, string field, Dictionary<string, DateParts> days, string dayField, string? words)
    {
        List<FormTick> ticks = [];
        foreach (var choice in Chosen(reference, list, keys, field))
        {
            RequireThat(!choice.NeedsWords || words is not null, nameof(StaffWords), "Say what was done");
            var day = PastDay(days.GetValueOrDefault(choice.Key), $"{dayField}[{choice.Key}]", "The day it was done", Today);
            if (day is { } on) ticks.Add(new FormTick(choice.Key, on, choice.NeedsWords ? words : null));
        }

        return ticks;
    }

    private async Task<(IncidentForm Form, DateTimeOffset? HappenedAt)> StoredAsync(CancellationToken stop)
    {
        var stored = await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == Heading!.Id, stop);
        return (stored.Form, stored.HappenedAt);
    }

    private async Task<IReadOnlyList<MergeAnswer>> DifferencesAsync(FormAnswers mine, CancellationToken stop)
    {
        var (now, happenedAt) = await StoredAsync(stop);
        var words = new FormShown(reference);
        var yours = mine.Form;
        return
        [
            new("On purpose or by accident", yours.Intent is { } intent ? IntentWords.Of(intent) : null, now.Intent is { } other ? IntentWords.Of(other) : null),
            new("What was done with the material", words.Of(ChoiceList.MaterialHandling, yours.Material), words.Of(ChoiceList.MaterialHandling, now.Material)),
            new("What it could be considered as", words.Of(ChoiceList.ConsideredAs, yours.ConsideredAs), words.Of(ChoiceList.ConsideredAs, now.ConsideredAs)),
            new("When it happened", mine.HappenedAt is { } at ? UkTime.Brief(at) : null, happenedAt is { } then ? UkTime.Brief(then) : null),
            new("Where it happened", words.Of(ChoiceList.Places, yours.Place), words.Of(ChoiceList.Places, now.Place)),
            new("Where exactly", yours.PlaceDetail, now.PlaceDetail),
            new("Equipment", words.Of(ChoiceList.Equipment, yours.Equipment), words.Of(ChoiceList.Equipment, now.Equipment)),
            new("How it was found", words.Of(ChoiceList.HowIdentified, yours.HowFound), words.Of(ChoiceList.HowIdentified, now.HowFound)),
            new("How it was found, in words", yours.HowFoundWords, now.HowFoundWords),
            new("Where online", words.Of(ChoiceList.Platforms, yours.WhereOnline), words.Of(ChoiceList.Platforms, now.WhereOnline)),
            new("Address", yours.Address, now.Address),
            new("Done about a member of staff", words.Of(ChoiceList.StaffActions, yours.StaffActions), words.Of(ChoiceList.StaffActions, now.StaffActions)),
            new("Done for a child", words.Of(ChoiceList.ChildActions, yours.ChildActions), words.Of(ChoiceList.ChildActions, now.ChildActions)),
            new("Anybody needs the police", yours.AnybodyNeedsPolice?.ToString(), now.AnybodyNeedsPolice?.ToString()),
        ];
    }
}
