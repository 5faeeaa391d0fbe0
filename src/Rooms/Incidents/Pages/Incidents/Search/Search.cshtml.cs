using System.Globalization;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Incidents.Pages.Incidents.Search;

/// <summary>
/// Filters alone stand in the address, so that a list can be kept and sent. As soon as words are looked for, everything is posted
/// and the answer given at once: a name never comes into an address, a log or the browser's history.
/// </summary>
[Needs(IncidentPermissions.Work)]
internal sealed class SearchModel(FindRecords findRecords, FindItems findItems, FindSnippets findSnippets, FindSchools findSchools, ListReading reading, IReference reference) : RoomPage
{
    private const int PageSize = 25;

    private IReadOnlyDictionary<Guid, string> _schools = new Dictionary<Guid, string>();

    [BindProperty] public string? Words { get; set; }

    [BindProperty] public string? State { get; set; }

    [BindProperty] public string? Type { get; set; }

    [BindProperty] public string? Place { get; set; }

    [BindProperty] public string? App { get; set; }

    [BindProperty] public DateParts From { get; set; }

    [BindProperty] public DateParts To { get; set; }

    [BindProperty] public Guid? School { get; set; }

    [BindProperty] public int Show { get; set; } = 1;

    public SearchFilters Filters { get; private set; } = new();

    public bool Asked { get; private set; }

    public bool TooMany { get; private set; }

    public int Count { get; private set; }

    public int Pages { get; private set; } = 1;

    public IReadOnlyList<DeskItem> Items { get; private set; } = [];

    /// <summary>Types that were looked for as well, because they go by these words.</summary>
    public IReadOnlyList<string> AlsoTypes { get; private set; } = [];

    public bool HasWords => Wanted.From(Words) is not null;

    public IReadOnlyList<SelectListItem> States { get; } =
    [
        new("Open", "open"), new("Concerns not taken on", "concern"), new("Incidents being worked on", "incident"), new("Closed", "closed"),
    ];

    public IReadOnlyList<SelectListItem> Types => [.. reference.IncidentTypes.Select(type => new SelectListItem(type.Label, type.Key))];

    public IReadOnlyList<SelectListItem> Places => ItemsOf(ChoiceList.Places);

    public IReadOnlyList<SelectListItem> Apps => ItemsOf(ChoiceList.Platforms);

    public IReadOnlyList<SelectListItem> Schools => [.. _schools.OrderBy(one => one.Value, StringComparer.CurrentCulture).Select(one => new SelectListItem(one.Value, one.Key.ToString()))];

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        _schools = await findSchools.RunAsync(Viewer, stop);
        return true;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Filters = FromAddress();
        (State, Type, Place, App, School) = (Filters.State?.ToString().ToLowerInvariant(), Filters.Type, Filters.Place, Filters.App, Filters.School);
        (From, To) = (DateParts.From(Filters.From), DateParts.From(Filters.To));
        Show = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
        if (!Filters.IsEmpty) await RunAsync(null, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var from = Day(From, nameof(From), "The first day");
        var to = Day(To, nameof(To), "The last day");
        RequireThat(from is null || to is null || from <= to, nameof(To), "The last day must be the first day or later");
        RequireWithin(Words, Wanted.Longest, nameof(Words), "What you search for");
        Filters = Known(new SearchFilters { State = StateOf(State), Type = Type, Place = Place, App = App, From = from, To = to, School = School });
        var wanted = Wanted.From(Words);
        RequireThat(wanted is not null || !Filters.IsEmpty, nameof(Words), "Enter a name or a word, or choose something to narrow the list");
        if (!ModelState.IsValid) return Page();
        if (wanted is null) return LocalRedirect(Filters.Address());

        await RunAsync(wanted, stop);
        return Page();
    }

    private async Task RunAsync(Wanted? wanted, CancellationToken stop)
    {
        Asked = true;
        var found = await findRecords.RunAsync(Viewer, wanted, Filters, stop);
        TooMany = found.Count > FindRecords.Most;
        Count = Math.Min(found.Count, FindRecords.Most);
        Pages = Math.Max(1, (Count + PageSize - 1) / PageSize);
        Show = Math.Clamp(Show, 1, Pages);
        var page = found.Take(FindRecords.Most).Skip((Show - 1) * PageSize).Take(PageSize).ToList();
        var ids = page.Select(one => one.Id).ToList();
        var snippets = wanted is null ? new Dictionary<Guid, Snippet>() : await findSnippets.RunAsync(Viewer, wanted, ids, stop);
        var items = await findItems.RunAsync(Viewer, ids, _ => [], _schools, stop);
        await reading.NoteAsync(Viewer, "search", [.. page.Where(one => items.ContainsKey(one.Id))], stop);
        Items = [.. ids.Where(items.ContainsKey).Select(id => items[id] with { Found = snippets.GetValueOrDefault(id) })];
        AlsoTypes = wanted is null ? [] : [.. findRecords.TypesOf(wanted).Select(key => reference.IncidentType(key)!.Label)];
    }

    private SearchFilters FromAddress()
    {
        var query = Request.Query;
        return Known(new SearchFilters
        {
            State = StateOf(query["state"]),
            Type = query["type"],
            Place = query["place"],
            App = query["app"],
            From = IsoDay(query["from"]),
            To = IsoDay(query["to"]),
            School = Guid.TryParse(query["school"], out var school) ? school : null,
        });
    }

    // A key that no list has narrows nothing: an old address still opens.
    private SearchFilters Known(SearchFilters asked) => asked with
    {
        Type = asked.Type is { } type && reference.IncidentType(type) is not null ? type : null,
        Place = asked.Place is { } place && reference.Choice(ChoiceList.Places, place) is not null ? place : null,
        App = asked.App is { } app && reference.Choice(ChoiceList.Platforms, app) is not null ? app : null,
        School = asked.School is { } school && _schools.ContainsKey(school) ? school : null,
    };

    private DateOnly? Day(DateParts parts, string field, string what) => parts.IsEmpty ? null : RequireDay(parts, field, what);

    private List<SelectListItem> ItemsOf(ChoiceList list) => [.. reference.Choices(list).Select(choice => new SelectListItem(choice.Label, choice.Key))];

    private static RecordState? StateOf(string? text) =>
        Enum.GetValues<RecordState>().Where(state => state.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).Cast<RecordState?>().FirstOrDefault();

    private static DateOnly? IsoDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
