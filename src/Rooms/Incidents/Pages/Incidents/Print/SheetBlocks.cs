using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>The blocks of the incident form, in its order.</summary>
internal static class SheetBlocks
{
    public const string LeftOut = "Left out of this copy: it is about another family.";

    private static readonly string[] AboutOneFamily = [nameof(Contracts.ParentsTold), nameof(Contracts.ParentsNotToldYet), nameof(Contracts.SupportRecorded)];

    public static IEnumerable<SheetBlock> Of(SheetFacts facts, PrintChoice choice)
    {
        yield return Organisation(facts);
        yield return Details(facts);
        yield return Involved(facts);
        yield return FormBlocks.Types(facts);
        yield return Description(facts);
        if (facts.Incident.RecordKind != RecordKind.Welfare) yield return FormBlocks.Nature(facts);
        yield return FormBlocks.Done(facts);
        // A copy that leaves the school says what was done, and not how it was weighed.
        foreach (var run in choice.Names == Names.All ? facts.Runs : []) yield return WorkBlocks.Guided(run);
        yield return WorkBlocks.Agencies(facts);
        yield return WorkBlocks.Parents(facts);
        yield return WorkBlocks.Support(facts);
        yield return WorkBlocks.Outcome(facts);
        if (choice.Chronology) yield return Chronology(facts);
    }

    private static SheetBlock Organisation(SheetFacts facts) => new("Organisation", new SheetRows(
        ("Name", facts.School?.Name),
        ("Address", facts.School?.Address),
        ("Telephone", facts.School?.Telephone),
        ("Email", facts.School?.Email),
        ("Contacts for online safety", facts.Contacts.Count == 0 ? null : string.Join("\n", facts.Contacts))));

    private static SheetBlock Details(SheetFacts facts)
    {
        var (incident, report, words) = (facts.Incident, facts.Report, facts.Words);
        var form = incident.Form;
        List<(string, string?)> rows =
        [
            ("When it happened", incident.HappenedAt is { } at ? FormBlocks.When(incident, at) : null),
            ("Reported", UkTime.InWords(incident.RaisedAt)),
        ];
        if (report is not null)
        {
            rows.Add(("Reported by", Reporter(facts, report)));
            if (report.WrittenAt is { } written) rows.Add(("First written on paper", UkTime.InWords(written)));
        }

        rows.Add(("How it was found", FormBlocks.HowFound(facts)));
        rows.Add(("Where it happened", Joined(form.Place is { } place ? words.Of(ChoiceList.Places, place) : null, form.PlaceDetail)));
        if (report is not null) rows.Add(("Where and when, in the reporter's words", report.WhereAndWhen));
        rows.Add(("Equipment, network and accounts", NullIfEmpty(words.Of(ChoiceList.Equipment, form.Equipment))));
        rows.Add(("Where online", FormBlocks.WhereOnline(facts)));
        rows.Add(("Online address", NullIfEmpty(string.Join("\n", new[] { report?.Address?.Value, form.Address }.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct()))));
        rows.Add(("Where it stands", incident.IsClosed ? "Closed" : incident.IsConcern ? "Concern, not yet taken on" : "Being worked on"));
        rows.Add(("Who works on it", facts.HandlerName));
        return new SheetBlock("Details of the incident", new SheetRows(rows));
    }

    private static SheetBlock Involved(SheetFacts facts)
    {
        var here = facts.People.Where(one => !one.TakenOff).OrderBy(one => one.Part).ThenBy(one => one.Number).ToList();
        return new SheetBlock("Who was involved", here.Count == 0
            ? new SheetRemark("Nobody is named.")
            : new SheetTable("Everybody involved and the part of each", ["Name", "Who they are", "Part"], [.. here.Select(one => (IReadOnlyList<string>)
                [facts.Redaction.NameOf(one), facts.Redaction.Replaces(one.InvolvementId) ? PartWords.Of(one.NamedAs) : one.About, Capital(PartWords.Of(one.Part))])]));
    }

    private static SheetBlock Description(SheetFacts facts) => facts.Report is not { } report
        ? new("Description", new SheetRemark("This record is about the child's welfare. The description is not part of it."))
        : new("Description, in the reporter's words",
            new SheetPassage("Is anybody in danger now?", report.Danger switch { Danger.Yes => "Yes", Danger.No => "No", _ => "Not sure" } + ", when it was reported"),
            new SheetPassage("What happened", report.WhatHappened),
            new SheetPassage("The child's own words", report.ChildsWords),
            new SheetPassage("What had been done already", report.DoneAlready));

    private static SheetBlock Chronology(SheetFacts facts) => new("Chronology", new SheetTable(
        "Everything recorded, oldest first", ["When it happened", "Entered", "What"],
        [.. facts.Chronology.Select(line => (IReadOnlyList<string>)[UkTime.Brief(line.HappenedAt), Entered(facts, line), What(facts, line)])]));

    private static string Entered(SheetFacts facts, ChronologyLine line) =>
        UkTime.Brief(line.EnteredAt) + (line.ByName is null ? "" : "\n" + WhoEntered(facts, line.ByName)) + (line.IsLate ? "\nEntered later" : "");

    private static string What(SheetFacts facts, ChronologyLine line)
    {
        if (AboutOneFamily.Contains(line.Act) && facts.Redaction.Say(line.Says) != line.Says) return $"{line.Says}\n{LeftOut}";

        var lines = new List<string?> { line.Says, line.Text, line.Address };
        lines.AddRange(line.Facts.Select(fact => $"{fact.Name}: {fact.Value}"));
        lines.AddRange(line.Originals.Select(before => $"Before it was corrected (entered {UkTime.Brief(before.EnteredAt)}{(before.ByName is null ? "" : $" by {before.ByName}")}): {before.Text}"));
        return string.Join("\n", lines.Where(text => !string.IsNullOrWhiteSpace(text)));
    }

    // Somebody without an account may be a pupil or a parent: in a copy for outside they are nobody.
    private static string Reporter(SheetFacts facts, Report report) => report.ReporterIdentity is not null
        ? report.ReporterName
        : facts.Redaction.IsOn ? "Somebody without an account" : Joined($"{report.ReporterName} (without an account)", report.ReporterContact)!;

    private static string WhoEntered(SheetFacts facts, string name) =>
        facts.Redaction.IsOn && facts.Report is { ReporterIdentity: null } report && report.ReporterName == name ? "Somebody without an account" : name;

    public static string? Joined(params IEnumerable<string?> parts) => NullIfEmpty(string.Join(" ", Sentences(parts)));

    // Some parts were typed with their full stop, and some without; the last keeps what it has.
    private static IEnumerable<string> Sentences(IEnumerable<string?> parts)
    {
        var said = parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!).ToList();
        return said.Select((part, at) => at == said.Count - 1 || part.EndsWith('.') || part.EndsWith('?') ? part : part + ".");
    }

    public static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
