using Lifeguard.Incidents.Model;

namespace Lifeguard.Incidents.Pages.Incidents.Show;

/// <summary>What is possible with a record as it stands, and nothing else: no link leads to a refusal that could be foreseen.</summary>
internal static class ActionLinks
{
    public static IReadOnlyList<(string Title, IReadOnlyList<(string Page, string Words)> Links)> For(IncidentHeading heading, Incident incident, bool hasChildren, bool hasPeople, bool decidesConduct)
    {
        // Somebody who was only given it to read writes notes and does what they were asked; the rest is for those who work on it.
        var open = heading.WorksOn && !heading.IsClosed;
        var working = open && !heading.IsConcern;
        List<(string Title, IReadOnlyList<(string, string)> Links)> groups =
        [
            ("Write down", Of(
                (!heading.IsClosed && heading.IsConcern, "notes/new", "Write a note"),
                (working, "form", incident.Form.IsComplete ? "Change the form" : "Complete the form"),
                (working, "classify", incident.Types.Count > 0 ? "Change types and risk" : "Choose types and risk"),
                (open || (hasPeople && !heading.IsClosed), "people", hasPeople ? "People" : "Add somebody"))),
            ("Get done", Of(
                (open, "respond", "What to do now: guided questions"),
                (working, "actions/new", "Give somebody something to do"),
                (open && hasChildren, "parents", "Parents: told or not yet"),
                (open, "referrals/new", "Referral, or the decision not to"),
                (working && hasPeople, "support", "Support"),
                (open, "technical-tasks/new", "Ask the technician"),
                (decidesConduct && !heading.IsClosed && !heading.IsConcern && hasPeople, "sanctions", "Conduct: decide, or put it right"),
                (open, "held", "Devices: isolate, keep, and what is held"),
                (working, "links", "Link with another record"),
                (open, "copied", "Copied to the other safeguarding record"))),
            ("Who works on it", Of(
                (heading.RecordKind == RecordKind.Allegation && heading.AtDesk, "welfare", "The child's welfare"),
                (true, "readers", "Who can read this, and why"),
                (working, "hand-over", "Hand over"),
                (!heading.IsClosed, "conflict", "I am too close to this"))),
            ("End and keep", Of(
                (working, "debrief", "Afterwards: what was learnt, what must change"),
                (open, "close", heading.IsConcern ? "Close without making it an incident" : "Close"),
                (heading.IsClosed && heading.WorksOn, "reopen", "Open it again"),
                (true, "print", "Print or save as PDF"),
                (heading.AtDesk, "keeping", "How long it is kept"),
                (heading.WorksOn, "readings", "Who has opened it"))),
        ];
        return [.. groups.Where(group => group.Links.Count > 0)];
    }

    private static IReadOnlyList<(string, string)> Of(params IReadOnlyList<(bool IsPossible, string Page, string Words)> links) =>
        [.. links.Where(link => link.IsPossible).Select(link => (link.Page, link.Words))];
}
