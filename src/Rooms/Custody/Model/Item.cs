using Lifeguard.Kernel;

namespace Lifeguard.Custody.Model;

/// <summary>
/// A device or thing that the school holds because it may matter. It is described in words and never copied: there is no field for a
/// picture, a video or a file, and there never is one.
/// </summary>
internal sealed class Item
{
    public const string Kind = "custody-item";

    /// <summary>Longest answer of one line.</summary>
    public const int OneLine = 200;

    /// <summary>Longest answer of a few sentences.</summary>
    public const int FewSentences = 4_000;

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    /// <summary>The record of a higher room that it belongs to. Never shown to whoever keeps the item.</summary>
    public Guid? RecordId { get; private set; }

    /// <summary>The search that it comes from.</summary>
    public Guid? SearchId { get; init; }

    /// <summary>Such as "Phone, black, cracked corner".</summary>
    public required string What { get; init; }

    /// <summary>Serial or asset number.</summary>
    public string? Serial { get; init; }

    public required Belonging Belonging { get; init; }

    /// <summary>Shown to whoever keeps the register, and to whoever wrote it.</summary>
    public string? OwnerName { get; init; }

    public Guid? OwnerIdentity { get; init; }

    public required string FoundWhere { get; init; }

    public required DateTimeOffset SecuredAt { get; init; }

    public required string SecuredBy { get; init; }

    /// <summary>How it is sealed, with the number of bag or seal.</summary>
    public required string SealedHow { get; init; }

    /// <summary>Who of the police said how and when it may be taken: needed for a device of an adult, because taking it warns its owner.</summary>
    public string? PoliceSaid { get; init; }

    public required Guid TakenInBy { get; init; }

    public required string TakenInByName { get; init; }

    public required DateTimeOffset TakenInAt { get; init; }

    /// <summary>Human beings who must never learn of it: its owner, whoever it concerns, and their relatives.</summary>
    public List<Guid> Barred { get; private set; } = [];

    public string StoredWhere { get; private set; } = "";

    public string HeldBy { get; private set; } = "";

    public SafetyAnswers? Safety { get; private set; }

    public Isolation? Isolation { get; private set; }

    public Offence Offence { get; private set; }

    /// <summary>Why an offence was ruled out, or is possible.</summary>
    public string? OffenceBecause { get; private set; }

    public PoliceAdvice? Advice { get; private set; }

    public Ending? Ending { get; private set; }

    public RecordRef Ref => new(Kind, Id);

    public bool IsOpen => Ending is null;

    /// <summary>The police are asked before it goes back to anybody.</summary>
    public bool AwaitsAdvice => IsOpen && Offence is not Offence.RuledOut && Advice is null;

    public void Begin(string storedWhere, IEnumerable<Guid> barred, SafetyAnswers? safety, Offence offence, string? because)
    {
        (StoredWhere, HeldBy, Barred, Safety) = (storedWhere, SecuredBy, [.. barred.Distinct()], safety);
        (Offence, OffenceBecause) = (offence, because);
    }

    public Outcome AnswerSafety(SafetyAnswers answers)
    {
        if (!IsOpen) return Refusals.ItemEnded;
        if (Isolation is not null) return Refusals.Isolated;
        Safety = answers;
        return Outcome.Done;
    }

    public Outcome Isolate(Isolation isolation)
    {
        if (!IsOpen) return Refusals.ItemEnded;
        if (Isolation is not null) return Refusals.Isolated;
        if (Safety is null) return Refusals.SafetyNotAsked;
        if (Safety.SafeToStop is not YesNoUnsure.Yes) return Refusals.NotSafeToStop;
        Isolation = isolation;
        return Outcome.Done;
    }

    /// <summary>The next link of the chain. It begins where the last one ended, whoever writes it down.</summary>
    public Outcome HandOver(string to, string? storedWhere)
    {
        if (!IsOpen) return Refusals.ItemEnded;
        HeldBy = to;
        if (storedWhere is not null) StoredWhere = storedWhere;
        return Outcome.Done;
    }

    public Outcome SettleOffence(bool possible, string because)
    {
        if (!IsOpen) return Refusals.ItemEnded;
        // Once an offence is possible the police alone lead out of it: nobody in school thinks it away.
        if (Offence is Offence.Possible && !possible) return Refusals.OffenceStands;
        (Offence, OffenceBecause) = (possible ? Offence.Possible : Offence.RuledOut, because);
        return Outcome.Done;
    }

    public Outcome RecordAdvice(PoliceAdvice advice)
    {
        if (!IsOpen) return Refusals.ItemEnded;
        Advice = advice;
        return Outcome.Done;
    }

    public Outcome End(Ending ending)
    {
        if (!IsOpen) return Refusals.ItemEnded;
        if (ending.Kind is EndingKind.HandedToPolice)
        {
            if (string.IsNullOrWhiteSpace(ending.PoliceReference)) return Refusals.PoliceReferenceMissing;
        }
        else if (MayNotGo() is { } refusal)
        {
            return refusal;
        }

        (Ending, HeldBy) = (ending, ending.To);
        return Outcome.Done;
    }

    public void KeepFrom(IEnumerable<Guid> identities) => Barred = [.. Barred.Union(identities)];

    /// <summary>From then on whoever must not learn of the record does not learn of the item.</summary>
    public void Tie(Guid record) => RecordId = record;

    /// <summary>Two human beings turned out to be one: whoever was kept from it stays so.</summary>
    public void Merge(Guid replaced, Guid kept)
    {
        if (Barred.Contains(replaced)) KeepFrom([kept]);
    }

    private Refusal? MayNotGo()
    {
        if (Advice is { MayBeReleased: false }) return Refusals.PoliceKeepIt;
        if (Advice is not null) return null;
        return Offence switch
        {
            Offence.NotSettled => Refusals.OffenceNotSettled,
            Offence.Possible => Refusals.AdviceMissing,
            _ => null,
        };
    }
}
