using Lifeguard.Children.Contracts;
using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Model.Conduct;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Incidents.Pages.Incidents.Timeline;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Show;

/// <summary>Everything that one record shows, for one viewer.</summary>
internal sealed record RecordView
{
    public required IncidentHeading Heading { get; init; }

    /// <summary>Identity of who is looking.</summary>
    public required Guid Me { get; init; }

    public required Incident Incident { get; init; }

    /// <summary>Null on a child's welfare: the story stays with the allegation.</summary>
    public Report? Report { get; init; }

    public string? WhoLooksAfterTheChild { get; init; }

    public string? HandlerName { get; init; }

    /// <summary>What is waited for and by when.</summary>
    public required IReadOnlyList<DutyCard> Clocks { get; init; }

    public required IReadOnlyList<PersonRow> People { get; init; }

    /// <summary>What the children's files say, for whoever works on the record.</summary>
    public required IReadOnlyList<ChildInShort> Children { get; init; }

    public required string Types { get; init; }

    public required string Risk { get; init; }

    public required IReadOnlyList<string> NeverDo { get; init; }

    public required IReadOnlyList<(string Question, string Answer)> Form { get; init; }

    /// <summary>The viewer decides about conduct in this school.</summary>
    public required bool DecidesConduct { get; init; }

    /// <summary>Guided questions that are gone on with.</summary>
    public required IReadOnlyList<RunInShort> Runs { get; init; }

    /// <summary>What heads decided about conduct, each with whom it is about; taken back or not.</summary>
    public required IReadOnlyList<(string Person, Sanction Sanction)> Conduct { get; init; }

    public required IReadOnlyList<ActionItem> Actions { get; init; }

    public required IReadOnlyList<ParentsRow> Parents { get; init; }

    public required IReadOnlyList<Referral> Referrals { get; init; }

    public required IReadOnlyList<(string Person, Support Support, string Kind)> Support { get; init; }

    public required IReadOnlyList<(TechnicalTask Task, string What)> Tasks { get; init; }

    public required IReadOnlyList<LinkedRow> Linked { get; init; }

    /// <summary>The authority's designated officer, where they must be told.</summary>
    public AgencyCard? Authority { get; init; }

    public required IReadOnlyList<ChronologyLine> Chronology { get; init; }

    public required ReferenceWords Words { get; init; }

    public required DateOnly Today { get; init; }

    public required DateTimeOffset Now { get; init; }
}

/// <summary>Somebody involved, as the page names them.</summary>
/// <param name="About">Year and class, job title, or what the reporter said they are.</param>
/// <param name="IsIdentified">False for a name as it was written.</param>
internal sealed record PersonRow(Guid Id, string Name, string? AsWritten, string About, Part Part, NamedAs NamedAs, bool IsIdentified)
{
    /// <summary>The row in the roster, where the person is known.</summary>
    public Guid? PersonId { get; init; }
}

/// <summary>What the parents of one child know: the last notice, or none yet.</summary>
internal sealed record ParentsRow(string Child, ParentsNotice? Last);

/// <summary>Guided questions on a record, and what their plan still asks for, soonest first.</summary>
internal sealed record RunInShort(Run Run, IReadOnlyList<RunItem> Open);

/// <summary>A linked record that this viewer may know of.</summary>
internal sealed record LinkedRow(RandomReference Reference, string Called, string Kind);
