using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Incidents.Pages.Incidents.LinkRecords;

[Needs(IncidentPermissions.Work)]
internal sealed class IndexModel(LinkIncidents linkIncidents, FindRelated related, IReference reference, RefusedLookUps refused, IncidentPages pages) : RecordPage(pages)
{
    private const string ByAddress = "by-address";

    [BindProperty] public string? Other { get; set; }
    [BindProperty] public string? OtherAddress { get; set; }
    [BindProperty] public string? Kind { get; set; }

    public IReadOnlyList<Related> Suggested { get; private set; } = [];

    public IReadOnlyList<Related> Linked { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => reference.Choices(ChoiceList.LinkKinds).Select(kind => new SelectListItem(kind.Label, kind.Key));

    protected override async Task<bool> LoadRecordAsync(IncidentHeading heading, CancellationToken stop)
    {
        Suggested = await related.SuggestedAsync(Viewer, heading.Id, stop);
        Linked = await related.LinkedAsync(Viewer, heading.Id, stop);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Suggested.Count == 0) Other ??= ByAddress;
        Require(Other, nameof(Other), "Select the other record");
        var other = Other == ByAddress ? ReadAddress() : ReadSuggested();
        var kind = ChosenOne(reference, ChoiceList.LinkKinds, Kind, nameof(Kind), "Select how they belong together");
        if (!ModelState.IsValid) return Page();

        var outcome = await OnceAsync(() => linkIncidents.RunAsync(Viewer, Reference, other!.Value, kind!.Key, stop), stop);
        if (outcome.Refusals.Contains(Refusal.NotFound))
        {
            await refused.NoteAsync(Viewer, other!.Value, stop);
            ModelState.AddModelError(nameof(OtherAddress), "There is no such record that you can open");
            return Page();
        }

        return Answer(outcome, () => RedirectWithBanner(Back, "The records are linked"));
    }

    public string KindInWords(string? key) => key is null ? "" : reference.Choice(ChoiceList.LinkKinds, key)?.Label ?? key;

    public string TypesInWords(IEnumerable<string> types) => string.Join("; ", types.Select(type => reference.IncidentType(type)?.Label ?? type));

    private RandomReference? ReadSuggested()
    {
        if (Suggested.FirstOrDefault(one => one.Reference.ToString() == Other) is { } chosen) return chosen.Reference;
        Demand(string.IsNullOrEmpty(Other), nameof(Other));
        return null;
    }

    // The address of its page, copied whole, or the reference out of it.
    private RandomReference? ReadAddress()
    {
        var text = Words(OtherAddress, nameof(OtherAddress), OneLine, "The address") ?? "";
        foreach (var part in text.Split('/', '?', '#', ' '))
        {
            if (RandomReference.TryParse(part, null, out var found)) return found;
        }

        ModelState.AddModelError(nameof(OtherAddress), "Enter the address of the other record");
        return null;
    }
}
