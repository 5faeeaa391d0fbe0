using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Show;

/// <summary>The school's part of the form, answered questions only.</summary>
internal static class FormInShort
{
    public static IReadOnlyList<(string Question, string Answer)> Of(Incident incident, ReferenceWords words)
    {
        var form = incident.Form;
        List<(string, string?)> rows =
        [
            ("When it happened", incident.HappenedAt is { } at ? form.TimeNotKnown ? $"{UkTime.InWords(UkTime.DateOf(at))}, time not known" : UkTime.InWords(at) : null),
            ("Deliberate or not", form.Intent is { } intent ? IntentWords.Of(intent) : null),
            ("Where", Joined(form.Place is { } place ? words.Of(ChoiceList.Places, place) : null, form.PlaceDetail)),
            ("Equipment", words.Of(ChoiceList.Equipment, form.Equipment)),
            ("Where online", Joined(words.Of(ChoiceList.Platforms, form.WhereOnline), form.WhereOnlineWords)),
            ("How it was found", Joined(form.HowFound is { } found ? words.Of(ChoiceList.HowIdentified, found) : null, form.HowFoundWords)),
            ("What was done with material", words.Of(ChoiceList.MaterialHandling, form.Material)),
            ("Could be considered as", words.Of(ChoiceList.ConsideredAs, form.ConsideredAs)),
            ("Another kind of incident", incident.OtherType),
            ("Done about an adult", Ticks(ChoiceList.StaffActions, form.StaffActions, words)),
            ("Done for a child", Ticks(ChoiceList.ChildActions, form.ChildActions, words)),
            ("Somebody needs the police", form.AnybodyNeedsPolice?.InWords()),
        ];
        return [.. rows.Where(row => !string.IsNullOrWhiteSpace(row.Item2)).Select(row => (row.Item1, row.Item2!))];
    }

    private static string Ticks(ChoiceList list, IEnumerable<FormTick> ticks, ReferenceWords words) =>
        string.Join("; ", ticks.OrderBy(tick => tick.On).Select(tick => $"{words.Of(list, tick.Key)}, {UkTime.InWords(tick.On)}{(tick.Words is null ? "" : $": {tick.Words}")}"));

    private static string? Joined(string? first, string? second) =>
        string.Join(". ", new[] { first, second }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } both ? both : null;
}
