using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>A file that somebody chose: read, shown, applied or not. What it would change stands here only until it has ended, because it names people.</summary>
internal sealed class PeopleImport
{
    public required Guid Id { get; init; }

    /// <summary>The organisation for which the person acts who chose the file.</summary>
    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    /// <summary>Where the people go: the organisation itself or one below it.</summary>
    public required Guid Into { get; init; }

    public required RosterForm Form { get; init; }

    public required string FileName { get; init; }

    /// <summary>Which school of an export of several.</summary>
    public string? School { get; init; }

    public required Guid ByIdentity { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset ChosenAt { get; init; }

    public ImportState State { get; private set; }

    public DateTimeOffset StateAt { get; private set; }

    /// <summary>What would change, with names.</summary>
    public string? Plan { get; private set; }

    /// <summary>What was read, taken and left out, without names.</summary>
    public string? Report { get; private set; }

    public int? LeaversConfirmed { get; private set; }

    /// <summary>How far the work is, written while it goes on.</summary>
    public string? Doing { get; private set; }

    public long Done { get; private set; }

    public long? Of { get; private set; }

    public RecordRef Ref => new("people-import", Id);

    public bool IsAtWork => State is ImportState.Waiting or ImportState.Confirmed;

    public bool HasEnded => State is ImportState.Applied or ImportState.Refused or ImportState.Cancelled;

    public static PeopleImport Choose(Guid id, Guid org, RandomReference reference, Guid into, RosterForm form, string fileName, string? school, Deed deed) => new()
    {
        Id = id,
        Org = org,
        Reference = reference,
        Into = into,
        Form = form,
        FileName = fileName,
        School = school,
        ByIdentity = deed.By ?? Guid.Empty,
        ByName = deed.ByName,
        ChosenAt = deed.At,
        State = ImportState.Waiting,
        StateAt = deed.At,
    };

    public void Show(string plan, string report, DateTimeOffset at) => Move(ImportState.Previewed, plan, report, at);

    public Outcome Confirm(int? leavers, DateTimeOffset at)
    {
        if (State is not ImportState.Previewed) return Refusals.ImportMoved;
        LeaversConfirmed = leavers;
        Move(ImportState.Confirmed, Plan, Report, at);
        return Outcome.Done;
    }

    public Outcome Cancel(DateTimeOffset at)
    {
        if (State is not (ImportState.Previewed or ImportState.Waiting)) return Refusals.ImportMoved;
        Move(ImportState.Cancelled, null, Report, at);
        return Outcome.Done;
    }

    public void Apply(string report, DateTimeOffset at) => Move(ImportState.Applied, null, report, at);

    public void Refuse(string report, DateTimeOffset at) => Move(ImportState.Refused, null, report, at);

    private void Move(ImportState to, string? plan, string? report, DateTimeOffset at)
    {
        State = to;
        StateAt = at;
        Plan = plan;
        Report = report;
        Doing = null;
        Done = 0;
        Of = null;
    }
}

internal enum ImportState
{
    /// <summary>Waits to be read, or is being read.</summary>
    Waiting,

    /// <summary>Read and compared; waits for somebody to look at it.</summary>
    Previewed,

    /// <summary>Somebody said yes; waits to be applied, or is being applied. Until it is applied nothing has changed.</summary>
    Confirmed,
    Applied,
    Refused,
    Cancelled,
}
