using Lifeguard.Kernel;

namespace Lifeguard.Incidents.Model;

/// <summary>
/// A concern from the moment it is raised, an incident once somebody has taken it on. Who may know of it is part of the record:
/// the desks it lies on, those joined by name, and those kept from it; being kept from it wins over everything.
/// </summary>
internal sealed class Incident
{
    public const string Kind = "incident";

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    /// <summary>The random name used in addresses; the key never leaves the server.</summary>
    public required RandomReference Reference { get; init; }

    public RecordKind RecordKind { get; private set; }

    public required bool Urgent { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset? HappenedAt { get; private set; }

    /// <summary>Names of <see cref="Desk"/> values.</summary>
    public List<string> Desks { get; private set; } = [];

    public List<Guid> Joined { get; private set; } = [];

    public List<Guid> Barred { get; private set; } = [];

    public bool TellsAuthority { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? TakenOnAt { get; private set; }

    public Guid? Handler { get; private set; }

    public IncidentForm Form { get; private set; } = new();

    public List<string> Types { get; private set; } = [];

    /// <summary>What the type "something else" means here.</summary>
    public string? OtherType { get; private set; }

    public List<string> RiskCells { get; private set; } = [];

    /// <summary>Sexual imagery may be concerned: no file is ever added, whatever is decided later.</summary>
    public bool Imagery { get; private set; }

    public Closure? Closure { get; private set; }

    /// <summary>Number or name in the school's other safeguarding record, where a copy stands.</summary>
    public string? CopiedTo { get; private set; }

    /// <summary>Somebody decided that this record stands alone: the school keeps no copy elsewhere.</summary>
    public bool StandsAlone { get; private set; }

    public uint Version { get; private set; }

    public RecordRef Ref => new(Kind, Id);

    public bool IsConcern => TakenOnAt is null;

    public bool IsClosed => Closure is not null;

    public static Incident Raise(Guid org, bool urgent, bool imagery, DateTimeOffset? happenedAt, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Org = org,
        Reference = RandomReference.New(),
        Urgent = urgent,
        Imagery = imagery,
        HappenedAt = happenedAt,
        RaisedAt = at,
    };

    /// <summary>
    /// Lays the record where the routing says. Desks reached because nobody opened it stay, unless they lie below. Where it leaves every
    /// desk that it lay on, it is new again: nobody there has opened it, and whoever worked on it or was given it to read is out of it.
    /// </summary>
    public void Place(Route route)
    {
        var leaves = Desks.Count > 0 && !IsClosed && !route.Desks.Any(desk => Desks.Contains(desk.ToString()));
        var raised = Desks.Select(Enum.Parse<Desk>).Where(desk => route.Desk is { } taken && desk > taken && desk != route.Beside && Escalated.Contains(desk.ToString()));
        RecordKind = route.Kind;
        Desks = [.. route.Desks.Concat(raised).Distinct().Select(desk => desk.ToString())];
        Barred = [.. route.Barred];
        Joined = [.. Joined.Where(one => !route.Barred.Contains(one))];
        TellsAuthority = route.TellsAuthority;
        if (Handler is { } handler && route.Barred.Contains(handler)) Handler = null;
        if (leaves) (OpenedAt, Handler, Joined) = (null, null, []);
    }

    /// <summary>Desks added because the ones before had not opened it in time.</summary>
    public List<string> Escalated { get; private set; } = [];

    public void RaiseTo(Desk desk)
    {
        if (!Desks.Contains(desk.ToString())) Desks.Add(desk.ToString());
        if (!Escalated.Contains(desk.ToString())) Escalated.Add(desk.ToString());
    }

    public Outcome Join(Guid identity)
    {
        if (Barred.Contains(identity)) return Refusals.NobodyToHandTo;
        if (!Joined.Contains(identity)) Joined.Add(identity);
        return Outcome.Done;
    }

    public void Part(Guid identity)
    {
        Joined.Remove(identity);
        if (Handler == identity) Handler = null;
    }

    /// <summary>Two identities are one human being: what was said of the one holds for the other.</summary>
    public void Merge(Guid replaced, Guid kept)
    {
        Barred = [.. Barred.Select(one => one == replaced ? kept : one).Distinct()];
        Joined = [.. Joined.Select(one => one == replaced ? kept : one).Distinct()];
        if (Handler == replaced) Handler = kept;
    }

    /// <summary>The first reading by somebody who may act on it stops the clock of the unopened concern.</summary>
    public bool Open(DateTimeOffset at)
    {
        if (OpenedAt is not null) return false;
        OpenedAt = at;
        return true;
    }

    public Outcome TakeOn(Guid handler, DateTimeOffset at)
    {
        if (IsClosed) return Refusals.AlreadyClosed;
        if (TakenOnAt is not null) return Refusals.AlreadyTakenOn;
        TakenOnAt = at;
        Handler = handler;
        return Outcome.Done;
    }

    /// <summary>Somebody at its desk takes a record that is nobody's.</summary>
    public Outcome Handle(Guid handler)
    {
        if (IsClosed) return Refusals.AlreadyClosed;
        if (IsConcern) return Refusals.NotTakenOn;
        if (Handler is not null) return Refusals.HandledAlready;
        Handler = handler;
        return Outcome.Done;
    }

    public Outcome HandOver(Guid to)
    {
        if (IsClosed) return Refusals.AlreadyClosed;
        if (Barred.Contains(to)) return Refusals.NobodyToHandTo;
        Handler = to;
        return Outcome.Done;
    }

    /// <summary>Whether anything may still be added: a closed record is reopened first, with a reason.</summary>
    public Outcome MayBeWorkedOn() => IsClosed ? Refusals.AlreadyClosed : Outcome.Done;

    public Outcome Complete(IncidentForm form, DateTimeOffset? happenedAt)
    {
        if (IsClosed) return Refusals.AlreadyClosed;
        // Naming an accident harassment or a broken agreement is the first step to a sanction; an accident never takes it.
        if (form.Intent != Intent.Deliberate && form.ConsideredAs.Count > 0) return Refusals.OnlyWhenDeliberate;
        Form = form;
        HappenedAt = happenedAt ?? HappenedAt;
        return Outcome.Done;
    }

    public Outcome Classify(IReadOnlyList<string> types, string? otherType, IReadOnlyList<string> riskCells, bool imagery)
    {
        if (IsClosed) return Refusals.AlreadyClosed;
        Types = [.. types];
        OtherType = otherType;
        RiskCells = [.. riskCells];
        // Once imagery was thought of, a wrong guess later must not open the door to a file.
        Imagery |= imagery;
        return Outcome.Done;
    }

    public Outcome CopyTo(string reference)
    {
        if (IsClosed) return Refusals.AlreadyClosed;
        CopiedTo = reference;
        StandsAlone = false;
        return Outcome.Done;
    }

    public Outcome StandAlone()
    {
        if (IsClosed) return Refusals.AlreadyClosed;
        if (CopiedTo is not null) return Refusals.AlreadyCopied;
        StandsAlone = true;
        return Outcome.Done;
    }

    /// <summary>Closes, or says everything that is still open.</summary>
    public Outcome Close(Closure closure, OpenMatters open)
    {
        if (IsClosed) return Refusals.AlreadyClosed;
        var missing = ClosingRule.Missing(this, closure, open);
        if (missing.Count > 0) return Outcome.Refused(missing);

        Closure = closure;
        return Outcome.Done;
    }

    public Outcome Reopen()
    {
        if (Closure is null) return Refusals.NotClosed;
        Closure = null;
        return Outcome.Done;
    }
}
