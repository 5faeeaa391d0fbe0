using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

internal static class Refusals
{
    public static Refusal NoPeriod { get; } = new("no-period", $"The period must be between 1 and {RetentionRule.LongestYears} years.");

    public static Refusal StillOpen { get; } = new("still-open", "The record is open. Its period begins when it is closed.");

    public static Refusal NotOverYet { get; } = new("not-over-yet", "The period of this record is not over yet.");

    public static Refusal KeepUntilLater { get; } = new("keep-until-later", $"Keep it until a day that is still to come, within {KeptLonger.MostYears} years.");

    public static Refusal IsHeld { get; } = new("is-held", "The record is held. Nobody can erase it until every hold is lifted.");

    public static Refusal LiftedAlready { get; } = new("lifted-already", "This hold was lifted already.");

    public static Refusal Stopped { get; } = new("stopped", "Erasing this record was stopped. It can be proposed again.");

    public static Refusal ProposedAlready { get; } = new("proposed-already", "Somebody has proposed already to erase this record.");

    public static Refusal ConfirmedAlready { get; } = new("confirmed-already", "A second person has confirmed already.");

    public static Refusal OwnProposal { get; } = new("own-proposal", "Somebody else must confirm: it needs two people.");

    public static Refusal NothingProposed { get; } = new("nothing-proposed", "Nobody has proposed to erase this record.");

    public static Refusal AnsweredAlready { get; } = new("answered-already", "This request was answered already.");

    public static Refusal ExtendedAlready { get; } = new("extended-already", "The time was extended already. It can be extended once.");

    public static Refusal AboutOneself { get; } = new("about-oneself", "Somebody else takes in and works on a request about yourself.");

    public static Refusal NothingToExtend { get; } = new("nothing-to-extend", "The time to acknowledge a complaint cannot be extended.");

    public static Refusal EntriesUndecided { get; } = new("entries-undecided", "Decide about each entry first.");

    public static Refusal NameStays(IReadOnlyList<string> names) => new("name-stays", $"Somebody else's name still stands there: {string.Join(", ", names)}. Take it out.");

    public static Refusal MayBeAName(IReadOnlyList<string> words) =>
        new("may-be-a-name", $"This may be somebody else's name: {string.Join(", ", words)}. Take it out, or say that you have looked.");

    public static Refusal NotLookedThrough { get; } = new("not-looked-through", "Not everybody has finished looking through what they hold.");
}
