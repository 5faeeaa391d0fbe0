using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>What comes from the school's part of the form: type, nature and what was done.</summary>
internal static class FormBlocks
{
    public static SheetBlock Types(SheetFacts facts)
    {
        var (chosen, reference) = (facts.Incident.Types, facts.Reference);
        // The twelve of the form, each ticked also for the newer types that count under it, which stand beside it in words.
        var boxes = reference.IncidentTypes.Where(type => type.IsStandard).Select(type =>
        {
            var under = chosen.Where(key => key != type.Key && reference.IncidentType(key)?.Standard == type.Key).Select(key => reference.IncidentType(key)!.Label).ToList();
            if (type.Key == KnownKeys.OtherType && facts.Incident.OtherType is { Length: > 0 } other) under.Add(other);
            return new SheetTick(type.Label, chosen.Contains(type.Key) || under.Count > 0, under.Count == 0 ? null : string.Join("; ", under));
        });
        var unknown = chosen.Where(key => reference.IncidentType(key) is null).Select(key => new SheetTick(key, true));
        return new SheetBlock("Type of incident",
            new SheetTicks(null, [.. boxes, .. unknown]),
            new SheetRows(("Areas of risk", SheetBlocks.NullIfEmpty(facts.Words.Risk(facts.Incident.RiskCells))),
                ("Sexual imagery", facts.Incident.Imagery ? "May be concerned. No picture is kept with this record." : "Not thought to be concerned")));
    }

    public static SheetBlock Nature(SheetFacts facts)
    {
        var form = facts.Incident.Form;
        List<SheetPart> parts =
        [
            new SheetTicks("On purpose or by accident", [.. Enum.GetValues<Intent>().Select(intent => new SheetTick(IntentWords.Of(intent), form.Intent == intent))]),
            Boxes(facts, "What was done with the material", ChoiceList.MaterialHandling, form.Material),
        ];
        // An accident is never asked what it could be considered as.
        if (form.Intent == Intent.Deliberate) parts.Add(Boxes(facts, "What it could be considered as", ChoiceList.ConsideredAs, form.ConsideredAs));
        return new SheetBlock("Nature of the incident", parts);
    }

    public static SheetBlock Done(SheetFacts facts)
    {
        var form = facts.Incident.Form;
        List<SheetPart> parts =
        [
            Dated(facts, "About a member of staff", ChoiceList.StaffActions, form.StaffActions),
            Dated(facts, "For a child", ChoiceList.ChildActions, form.ChildActions),
            new SheetRows(("Does anybody need the police?", Police(form))),
        ];
        if (facts.Actions.Count > 0)
        {
            parts.Add(new SheetTable("Things to do", ["What", "Who, and by when", "What came of it"], [.. facts.Actions.Select(action => (IReadOnlyList<string>)
                [action.What, $"{action.OwnerName}\nby {UkTime.InWords(action.DueOn)}", action.DoneAt is { } done ? $"Done {UkTime.Brief(done)}\n{action.Result}" : "Not done yet"])]));
        }

        return new SheetBlock("Action taken", parts);
    }

    public static string When(Incident incident, DateTimeOffset at) =>
        incident.Form.TimeNotKnown ? $"{UkTime.InWords(UkTime.DateOf(at))}, time not known" : UkTime.InWords(at);

    public static string? HowFound(SheetFacts facts) => SheetBlocks.Joined(
        facts.Incident.Form.HowFound is { } found ? facts.Words.Of(ChoiceList.HowIdentified, found) : null, facts.Incident.Form.HowFoundWords);

    public static string? WhereOnline(SheetFacts facts) => SheetBlocks.Joined(
        facts.Words.Of(ChoiceList.Platforms, facts.Incident.Form.WhereOnline), facts.Incident.Form.WhereOnlineWords);

    private static string? Police(IncidentForm form) => form.AnybodyNeedsPolice is { } needed ? needed.InWords() : null;

    private static SheetTicks Boxes(SheetFacts facts, string caption, ChoiceList list, IReadOnlyCollection<string> chosen) => new(caption,
        [.. facts.Reference.Choices(list).Select(choice => new SheetTick(choice.Label, chosen.Contains(choice.Key))),
         .. chosen.Where(key => facts.Reference.Choice(list, key) is null).Select(key => new SheetTick(key, true))]);

    private static SheetTicks Dated(SheetFacts facts, string caption, ChoiceList list, IReadOnlyCollection<FormTick> ticked) => new(caption,
        [.. facts.Reference.Choices(list).Select(choice => Day(choice.Label, ticked.FirstOrDefault(tick => tick.Key == choice.Key))),
         .. ticked.Where(tick => facts.Reference.Choice(list, tick.Key) is null).Select(tick => Day(tick.Key, tick))]);

    private static SheetTick Day(string label, FormTick? tick) => new(label, tick is not null, tick is null ? null : SheetBlocks.Joined(UkTime.InWords(tick.On), tick.Words));
}
