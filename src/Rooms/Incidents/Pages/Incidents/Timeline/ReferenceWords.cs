using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>Stored keys as words. A key that its list no longer has is shown as it was stored.</summary>
internal sealed class ReferenceWords(IReference reference)
{
    public string Of(ChoiceList list, string key) => reference.Choice(list, key)?.Label ?? key;

    public string Of(ChoiceList list, IEnumerable<string> keys) => string.Join("; ", keys.Select(key => Of(list, key)));

    public string Types(IEnumerable<string> keys) => string.Join("; ", keys.Select(key => reference.IncidentType(key)?.Label ?? key));

    public string Risk(IEnumerable<string> cells) =>
        string.Join("; ", cells.Select(cell => reference.RiskGrid.Cells.FirstOrDefault(entry => entry.Key == cell)?.Label ?? cell));

    public string Agency(string kind) => kind == "none" ? "nobody" : Of(ChoiceList.AgencyKinds, kind);
}
