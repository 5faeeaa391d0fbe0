using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents.Respond;
using Lifeguard.Incidents.Pages.Incidents.Shared;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>What was decided with others, and how it ended.</summary>
internal static class WorkBlocks
{
    public static SheetBlock Agencies(SheetFacts facts) => new("Other agencies", facts.Referrals.Count == 0
        ? [new SheetRemark("No decision is recorded.")]
        : [.. facts.Referrals.Select(referral => Agency(facts, referral))]);

    public static SheetBlock Guided(RunOnPaper run) => new($"Guided questions: {run.Run.Title}",
        new SheetTable("What was asked and answered", ["Question", "Answer", "When, and by whom"],
            [.. run.Answers.Select(one => (IReadOnlyList<string>)[one.Asks, one.Said, $"{UkTime.Brief(one.At)}\n{one.ByName}"])]),
        new SheetTable("What the plan asked for, and what came of it", ["What", "By when", "Where it stands"],
            [.. run.Items.Select(one => (IReadOnlyList<string>)[one.InWords(), RunItemWords.When(one), StandsOf(one)])]));

    public static SheetBlock Parents(SheetFacts facts)
    {
        var rows = facts.Parents.Select(notice => (IReadOnlyList<string>)[facts.NameOf(notice.InvolvementId), UkTime.Brief(notice.At) + "\n" + notice.ByName, Notice(facts, notice)]).ToList();
        return new SheetBlock("Parents and carers", rows.Count == 0
            ? new SheetRemark("No decision is recorded.")
            : new SheetTable("What parents and carers were told, and when", ["Child", "When, and by whom", "What"], rows));
    }

    public static SheetBlock Support(SheetFacts facts)
    {
        var rows = facts.Support.Select(one => (IReadOnlyList<string>)
            [facts.NameOf(one.InvolvementId), $"{UkTime.InWords(one.On)}\n{one.By}", facts.Redaction.Replaces(one.InvolvementId) ? SheetBlocks.LeftOut : Given(facts, one)]).ToList();
        return new SheetBlock("Support", rows.Count == 0
            ? new SheetRemark("No support is recorded.")
            : new SheetTable("Support for everybody involved", ["For", "When, and by whom", "What"], rows));
    }

    public static SheetBlock Outcome(SheetFacts facts)
    {
        var closure = facts.Incident.Closure;
        return new SheetBlock("Outcome and lessons",
            new SheetRows(
                ("How it ended", closure is null ? "It is still open" : facts.Words.Of(ChoiceList.ClosingReasons, closure.Reason)),
                ("Closed", closure is null ? "Not closed" : $"{UkTime.InWords(closure.At)}, by {closure.ByName}"),
                ("Copy in the school's other safeguarding record", facts.Incident.CopiedTo ?? (facts.Incident.StandsAlone ? "None: this record stands alone" : null))),
            new SheetPassage("Outcome", closure?.Outcome),
            new SheetPassage("Lessons", closure?.Lessons));
    }

    private static string StandsOf(RunItem item) => item.Way switch
    {
        null => "Open",
        Way.Done => SheetBlocks.Joined($"Done {UkTime.Brief(item.SettledAt!.Value)}, {item.SettledBy}", item.Said)!,
        _ => SheetBlocks.Joined($"Left out {UkTime.Brief(item.SettledAt!.Value)}, {item.SettledBy}", item.Said, $"Asked: {item.Consulted}")!,
    };

    private static SheetRows Agency(SheetFacts facts, Referral referral)
    {
        var said = ReferralWords.Of(referral.Agency, referral.AgencyName, referral.What);
        if (referral.IsDecisionNotTo) return new SheetRows(("Decision", said), ("When, and by whom", When(referral)), ("Reasons", referral.Reasons));

        return new SheetRows(
            ("Decision", said),
            ("When, and by whom", When(referral)),
            ("Spoken to", referral.SpokenTo),
            ("Their reference", referral.TheirReference),
            ("Advice", referral.Advice),
            ("What was passed on, and held back", referral.Shared),
            ("Reasons", referral.Reasons),
            ("Head consulted", referral.HeadConsulted ? "Yes" : "No"),
            ("What came of it", CameOfIt(facts, referral)),
            ("Asked again on", referral.AskAgainOn is { } day ? UkTime.InWords(day) : null));
    }

    private static string? CameOfIt(SheetFacts facts, Referral referral) => referral.ResultKey is null
        ? (referral.AwaitsResult ? "No answer yet" : null)
        : SheetBlocks.Joined(referral.ResultOn is { } on ? UkTime.InWords(on) : null, referral.Result);

    private static string When(Referral referral) => $"{UkTime.InWords(referral.At)}, {referral.ByName}";

    private static string Notice(SheetFacts facts, ParentsNotice notice)
    {
        var said = notice.Told ? "Told" : "Not told yet";
        if (facts.Redaction.Replaces(notice.InvolvementId)) return $"{said}.\n{SheetBlocks.LeftOut}";
        return notice.Told
            ? SheetBlocks.Joined(said, notice.WhoWasTold, notice.How, notice.MeetingOn is { } meeting ? $"Meeting on {UkTime.InWords(meeting)}" : null)!
                + (notice.Said is { Length: > 0 } words ? "\n" + words : "")
            : SheetBlocks.Joined(said, notice.ReasonNotYet is { } reason ? facts.Words.Of(ChoiceList.ParentsNotTold, reason) : null,
                notice.WhoAskedToWait is { } asked ? $"Asked to wait by {asked}" : null,
                notice.LookAgainOn is { } day ? $"Looked at again on {UkTime.InWords(day)}" : null)!;
    }

    private static string Given(SheetFacts facts, Support one) => SheetBlocks.Joined(
        $"{facts.Words.Of(ChoiceList.SupportKinds, one.Kind)}: {one.State.ToString().ToLowerInvariant()}",
        one.Detail,
        one.ReviewOn is { } review ? $"Looked at again on {UkTime.InWords(review)}" : null)!;
}
