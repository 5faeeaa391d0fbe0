using Lifeguard.Kernel;
using Lifeguard.Response.Contracts;

namespace Lifeguard.Incidents.Model.Runs;

/// <summary>
/// Something that the plan of a run asks for, in the words that it had: a step, a referral, somebody to tell. It stays when the answers
/// change, so that nothing that was done is lost; it only stops being asked for.
/// </summary>
internal sealed class RunItem
{
    // "Now" has no minute at which somebody is late; after an hour it is asked whether it was forgotten.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid IncidentId { get; init; }

    public required Guid RunId { get; init; }

    public required RunItemKind Kind { get; init; }

    /// <summary>The step, the agency or the role, as the flow calls it.</summary>
    public required string Key { get; init; }

    public required string Text { get; init; }

    /// <summary>The role that does it; empty where nobody in particular does.</summary>
    public required string Who { get; set; }

    /// <summary>Why it is asked for: the rules, and the answers that led to them.</summary>
    public required string Because { get; set; }

    public required Due Within { get; set; }

    /// <summary>Somebody else is asked for advice before this person is told.</summary>
    public bool AfterAdvice { get; set; }

    public required DateTimeOffset CameAt { get; init; }

    /// <summary>The clock that runs; null where there is none.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When the answers stopped asking for it; null while they do.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    public Way? Way { get; private set; }

    /// <summary>What came of it, or why it is left out.</summary>
    public string? Said { get; private set; }

    /// <summary>Who was asked before it was left out.</summary>
    public string? Consulted { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public string? SettledBy { get; private set; }

    /// <summary>The action or technical task that somebody was given for it.</summary>
    public Guid? GivenAs { get; private set; }

    public bool IsOpen => GoneAt is null && SettledAt is null;

    /// <summary>From when it is late; null where no clock runs.</summary>
    public DateTimeOffset? LateAt => DueAt is { } due ? due < CameAt + Grace ? CameAt + Grace : due : null;

    /// <summary>What is to be done, as one line.</summary>
    public string InWords() => Kind switch
    {
        RunItemKind.Referral => $"Ring or refer to: {Text}",
        RunItemKind.Telling => $"Tell: {Text}",
        _ => Text,
    };

    public Outcome Settle(Way way, string? said, string? consulted, string by, DateTimeOffset at)
    {
        if (SettledAt is not null) return RunRefusals.SettledAlready;
        if (GoneAt is not null) return RunRefusals.NoLongerAskedFor;
        (Way, Said, Consulted, SettledBy, SettledAt) = (way, said, consulted, by, at);
        return Outcome.Done;
    }

    /// <summary>It was not so after all. What was written stays in the chronology.</summary>
    public Outcome Reopen()
    {
        if (SettledAt is null) return RunRefusals.NotSettled;
        (Way, Said, Consulted, SettledBy, SettledAt) = (null, null, null, null, null);
        return Outcome.Done;
    }

    public Outcome GiveAs(Guid work)
    {
        if (!IsOpen) return SettledAt is null ? RunRefusals.NoLongerAskedFor : RunRefusals.SettledAlready;
        GivenAs = work;
        return Outcome.Done;
    }
}

internal enum RunItemKind
{
    Referral,
    Step,
    Telling,
}

/// <summary>How an item ended.</summary>
internal enum Way
{
    Done,
    LeftOut,
}
