using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Incidents.Pages.Incidents.Classify;

[Needs(IncidentPermissions.Work)]
internal sealed class ClassifyModel(ClassifyIncident classify, IReference reference, Store store, Meanwhile meanwhile, IncidentPages pages) : RecordPage(pages)
{
    [BindProperty] public Seen Seen { get; set; }
    [BindProperty] public List<string> Types { get; set; } = [];
    [BindProperty] public string? OtherType { get; set; }
    [BindProperty] public List<string> RiskCells { get; set; } = [];
    [BindProperty] public string? Find { get; set; }

    public Merge? Merge { get; private set; }

    public RiskGrid Grid => reference.RiskGrid;

    /// <summary>Types to choose from under the standard option they count as; those chosen already are always among them.</summary>
    public IReadOnlyList<(IncidentType Standard, IReadOnlyList<IncidentType> Types)> Groups { get; private set; } = [];

    public bool FoundNothing { get; private set; }

    /// <summary>The cells that usually go with the chosen types.</summary>
    public IReadOnlyList<RiskCellEntry> Usual
    {
        get
        {
            var cells = Types.Select(reference.IncidentType).OfType<IncidentType>().SelectMany(type => type.Cells).ToHashSet();
            return [.. Grid.Cells.Where(cell => cells.Contains(cell.Cell))];
        }
    }

    /// <summary>The areas of today that the chosen cells count under.</summary>
    public IReadOnlyList<FourC> FourCs => reference.FourCsOf(Cells());

    public async Task OnGetAsync(CancellationToken stop)
    {
        Seen = meanwhile.SeenOf(Heading!);
        var stored = await StoredAsync(stop);
        (Types, OtherType, RiskCells) = (stored.Types, stored.OtherType, stored.RiskCells);
        Group();
    }

    /// <summary>Narrows the list by words, older names as well; nothing is saved and nothing chosen is lost.</summary>
    public IActionResult OnPostFind()
    {
        Group();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Group();
        RequireThat(Types.Count > 0, nameof(Types), "Select at least one type of incident");
        Demand(Types.TrueForAll(type => reference.IncidentType(type) is not null), nameof(Types));
        RequireThat(RiskCells.Count > 0, nameof(RiskCells), "Select at least one area of risk");
        var cells = Cells();
        Demand(cells.Count == RiskCells.Distinct().Count(), nameof(RiskCells));
        var otherType = Words(OtherType, nameof(OtherType), OneLine, "What it was");
        var needsWords = Types.Exists(type => reference.IncidentType(type) is { NeedsWords: true });
        RequireThat(!needsWords || otherType is not null, nameof(OtherType), "Say what it was, in a few words");
        if (!ModelState.IsValid) return Page();

        List<string> types = [.. Types.Distinct()];
        var outcome = await OnceAsync(() => classify.RunAsync(Viewer, Reference, Seen, types, needsWords ? otherType : null, cells, stop), stop);
        var differences = outcome.Refusals.Contains(Refusal.ChangedMeanwhile) ? await DifferencesAsync(types, cells, stop) : [];
        if (await meanwhile.AfterAsync(Viewer, outcome, Heading!, Seen, stop, differences) is { } merge) (Merge, Seen) = (merge, merge.Seen);
        return Answer(outcome, () => RedirectWithBanner(Back, "Types and areas of risk are saved"));
    }

    public RiskCellEntry Cell(GridLabel row, GridLabel column) =>
        Grid.Cells.First(cell => cell.Row.ToString().Equals(row.Key, StringComparison.OrdinalIgnoreCase) && cell.Column.ToString().Equals(column.Key, StringComparison.OrdinalIgnoreCase));

    public string Called(FourC area) => Grid.FourCs.First(label => label.Key.Equals(area.ToString(), StringComparison.OrdinalIgnoreCase)).Label;

    /// <summary>The standard type stands among its kinds, so it says that it is the general one.</summary>
    public string LabelOf(IncidentType type, int ofSame) => !type.IsStandard || ofSame == 1 ? type.Label
        : type.NeedsWords ? "None of these"
        : $"In general: {char.ToLowerInvariant(type.Label[0])}{type.Label[1..]}";

    private List<RiskCell> Cells() =>
        [.. RiskCells.Distinct().Select(text => RiskCell.TryParse(text, null, out var cell) ? cell : (RiskCell?)null).OfType<RiskCell>()];

    private void Group()
    {
        var found = reference.FindIncidentTypes(Find);
        FoundNothing = !string.IsNullOrWhiteSpace(Find) && found.Count == 0;
        var shown = found.Select(type => type.Key).Concat(Types).ToHashSet();
        Groups = [.. reference.IncidentTypes.Where(type => type.IsStandard)
            .Select(standard => (standard, (IReadOnlyList<IncidentType>)[.. reference.IncidentTypes
                .Where(type => type.Standard == standard.Key && shown.Contains(type.Key)).OrderByDescending(type => type.IsStandard)]))
            .Where(group => group.Item2.Count > 0)];
    }

    private Task<Incident> StoredAsync(CancellationToken stop) => store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == Heading!.Id, stop);

    private async Task<IReadOnlyList<MergeAnswer>> DifferencesAsync(IReadOnlyList<string> types, IReadOnlyList<RiskCell> cells, CancellationToken stop)
    {
        var now = await StoredAsync(stop);
        var words = new ReferenceWords(reference);
        return
        [
            new("Types", words.Types(types), words.Types(now.Types)),
            new("Areas of risk", words.Risk(cells.Select(cell => cell.ToString())), words.Risk(now.RiskCells)),
        ];
    }
}
