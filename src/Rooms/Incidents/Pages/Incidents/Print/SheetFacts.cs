using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>All that the form is filled in from, read once.</summary>
internal sealed record SheetFacts
{
    public required Incident Incident { get; init; }

    /// <summary>Null for a child's welfare: its story stands on a record that its readers may not know of.</summary>
    public required Report? Report { get; init; }

    public required OrganisationCard? School { get; init; }

    /// <summary>Safeguarding leads and online safety leads of the school, with what they are.</summary>
    public required IReadOnlyList<string> Contacts { get; init; }

    public required string? HandlerName { get; init; }

    public required IReadOnlyList<OnRecord> People { get; init; }

    public required IReadOnlyList<ActionItem> Actions { get; init; }

    /// <summary>Guided questions that were gone on with, with the answers that count and what their plans asked for.</summary>
    public required IReadOnlyList<RunOnPaper> Runs { get; init; }

    public required IReadOnlyList<Referral> Referrals { get; init; }

    public required IReadOnlyList<ParentsNotice> Parents { get; init; }

    public required IReadOnlyList<Support> Support { get; init; }

    /// <summary>Empty when the paper is wanted without.</summary>
    public required IReadOnlyList<ChronologyLine> Chronology { get; init; }

    public required Redaction Redaction { get; init; }

    public required IReference Reference { get; init; }

    public required ReferenceWords Words { get; init; }

    public string NameOf(Guid involvementId) => People.FirstOrDefault(one => one.InvolvementId == involvementId) is { } one ? Redaction.NameOf(one) : "Somebody";
}

/// <summary>A run as paper shows it.</summary>
internal sealed record RunOnPaper(Run Run, IReadOnlyList<RunAnswer> Answers, IReadOnlyList<RunItem> Items);

/// <summary>The finished form.</summary>
/// <param name="Replaced">Names are replaced: it says so on top, and somebody has to read it before it is handed over.</param>
internal sealed record IncidentSheet(IncidentHeading Heading, string SchoolName, string PrintedBy, DateTimeOffset PrintedAt, PrintChoice Choice, bool Replaced, IReadOnlyList<SheetBlock> Blocks)
{
    public string Foot => $"{SchoolName} · {Heading.Called} · Confidential";
}
