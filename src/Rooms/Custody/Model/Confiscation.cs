using Lifeguard.Kernel;

namespace Lifeguard.Custody.Model;

/// <summary>A thing of a pupil that somebody took and keeps until the end of the school day, or as long as the school's policy says.</summary>
internal sealed class Confiscation
{
    public const string Kind = "confiscation";

    /// <summary>Made with the form: the same form sent again is the same thing.</summary>
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    public required string What { get; init; }

    public required string PupilName { get; init; }

    /// <summary>The pupil in the roster, where the name is theirs alone.</summary>
    public Guid? PupilIdentity { get; init; }

    /// <summary>Key of a reason of the Reference room.</summary>
    public required string Reason { get; init; }

    public string? ReasonWords { get; init; }

    public string KeptWhere { get; private set; } = "";

    /// <summary>The office gives it back; otherwise whoever took it does.</summary>
    public bool AtOffice { get; private set; }

    public required Guid TakenBy { get; init; }

    public required string TakenByName { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whoever must not learn of it: the pupil, should they have a way in of their own.</summary>
    public List<Guid> Barred { get; init; } = [];

    /// <summary>Who told which parent, or null while nobody has.</summary>
    public ParentTold? Told { get; private set; }

    public GivenBack? GivenBack { get; private set; }

    /// <summary>It became an item of the custody register, and is no longer due back.</summary>
    public Guid? ItemId { get; private set; }

    public RecordRef Ref => new(Kind, Id);

    public bool IsOpen => GivenBack is null && ItemId is null;

    public void Tell(ParentTold told) => Told = told;

    /// <summary>It is kept somewhere else from now on; where it was before stands in its history.</summary>
    public Outcome Move(string keptWhere, bool atOffice)
    {
        if (!IsOpen) return Refusals.GivenBackAlready;
        (KeptWhere, AtOffice) = (keptWhere, atOffice);
        return Outcome.Done;
    }

    public Outcome Return(GivenBack back, bool searchOpen)
    {
        if (!IsOpen) return Refusals.GivenBackAlready;
        // What a search found is decided by two before the device leaves their hands.
        if (searchOpen) return Refusals.SearchUndecided;
        GivenBack = back;
        return Outcome.Done;
    }

    public void MoveToCustody(Guid item) => ItemId = item;

    public void Merge(Guid replaced, Guid kept)
    {
        if (Barred.Contains(replaced) && !Barred.Contains(kept)) Barred.Add(kept);
    }
}

/// <summary>A parent was told.</summary>
internal sealed record ParentTold(string Who, string How, DateTimeOffset At, string ByName);

/// <summary>Given back, with the name of whoever received it in the place of a signature.</summary>
internal sealed record GivenBack(bool ToParent, string ReceivedBy, DateTimeOffset At, string ByName);
