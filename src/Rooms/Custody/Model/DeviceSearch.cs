using Lifeguard.Kernel;

namespace Lifeguard.Custody.Model;

/// <summary>
/// Somebody looked at what a pupil's device holds, with a good reason to suspect this very device. What was found stands here in words;
/// two people decide what becomes of it.
/// </summary>
internal sealed class DeviceSearch
{
    public const string Kind = "device-search";

    /// <summary>Made with the form: the same form sent again is the same search.</summary>
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    /// <summary>The record of a higher room that it belongs to.</summary>
    public Guid? RecordId { get; private set; }

    public Guid? ConfiscationId { get; init; }

    public required string Device { get; init; }

    public required string PupilName { get; init; }

    public Guid? PupilIdentity { get; init; }

    /// <summary>Keys of grounds of the Reference room: at least one.</summary>
    public required List<string> Grounds { get; init; }

    /// <summary>Why this pupil and this device: the good reason in words.</summary>
    public required string Because { get; init; }

    /// <summary>By which right the searcher searched: as head, or on the head's list since a day.</summary>
    public required string Authority { get; init; }

    public required Guid SearchedBy { get; init; }

    public required string SearchedByName { get; init; }

    /// <summary>Who was there; or why nobody could be.</summary>
    public required string Present { get; init; }

    public required DateTimeOffset SearchedAt { get; init; }

    /// <summary>What was looked at.</summary>
    public required string Examined { get; init; }

    /// <summary>What was found, in words.</summary>
    public required string Found { get; init; }

    /// <summary>Whether there may be an offence, or any sexual image of a child.</summary>
    public required YesNoUnsure PossibleOffence { get; set; }

    /// <summary>Law and guidance as they were shown, with the day on which they were checked.</summary>
    public required string Guidance { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public List<Guid> Barred { get; private set; } = [];

    public SearchDecision? Decision { get; private set; }

    public SecondAccount? Second { get; private set; }

    public ParentTold? Told { get; private set; }

    /// <summary>The item that the device became.</summary>
    public Guid? ItemId { get; private set; }

    public RecordRef Ref => new(Kind, Id);

    public bool IsDecided => Decision is not null && Second is { Agrees: true };

    /// <summary>Decided by one, and waiting for the other.</summary>
    public bool AwaitsSecond => Decision is not null && Second is null;

    public void Keep(IEnumerable<Guid> barred) => Barred = [.. Barred.Union(barred)];

    public Outcome Decide(SearchDecision decision)
    {
        if (IsDecided) return Refusals.SearchDecided;
        if (decision.By != SearchedBy) return Refusals.SearcherDecides;
        if (!decision.IsAny) return Refusals.NoDecision;
        if (decision.Deletes && decision.Keeps) return Refusals.DeleteOrKeep;
        if (PossibleOffence is not YesNoUnsure.No)
        {
            if (decision.Deletes) return Refusals.NothingIsDeleted;
            if (!decision.TellsPolice) return Refusals.PoliceAreTold;
        }

        (Decision, Second) = (decision, null);
        return Outcome.Done;
    }

    /// <summary>The second of two says what they think, under their own name.</summary>
    /// <param name="seesOffence">They think that an offence is possible, where the searcher did not.</param>
    public Outcome Confirm(SecondAccount second, bool seesOffence)
    {
        if (IsDecided) return Refusals.SearchDecided;
        if (Decision is null) return Refusals.NotDecidedYet;
        if (second.By == SearchedBy || second.By == Decision.By) return Refusals.SecondIsAnother;
        if (seesOffence) PossibleOffence = YesNoUnsure.Yes;
        // Whoever sees an offence cannot agree to a decision that was made as if there were none.
        if (second.Agrees && PossibleOffence is not YesNoUnsure.No && (Decision.Deletes || !Decision.TellsPolice)) return Refusals.DecideAgain;
        Second = second;
        return Outcome.Done;
    }

    public void Tell(ParentTold told) => Told = told;

    public void MoveToCustody(Guid item) => ItemId = item;

    public void Tie(Guid record) => RecordId = record;

    public void Merge(Guid replaced, Guid kept)
    {
        if (Barred.Contains(replaced)) Keep([kept]);
    }
}

/// <summary>What becomes of what was found. Deleting stands alone; keeping and telling the police go together.</summary>
internal sealed record SearchDecision(bool Deletes, bool KeepsForDiscipline, bool KeepsAsEvidence, bool TellsPolice, string Because, Guid By, string ByName, DateTimeOffset At)
{
    public bool Keeps => KeepsForDiscipline || KeepsAsEvidence || TellsPolice;

    public bool IsAny => Deletes || Keeps;

    public string InWords() => string.Join(". ", new[]
    {
        Deletes ? "Delete" : null,
        KeepsForDiscipline ? "Keep the device for the school's discipline" : null,
        KeepsAsEvidence ? "Keep the device as evidence of a possible offence" : null,
        TellsPolice ? "Tell the police and hand the device to them" : null,
    }.OfType<string>());
}

/// <summary>The safeguarding lead or a senior leader, on their own account.</summary>
internal sealed record SecondAccount(bool Agrees, string Because, Guid By, string ByName, DateTimeOffset At);
