using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>A role that waits for a second person's yes. Until then it is nothing but this row.</summary>
internal sealed class RoleProposal
{
    public const int LongestAppointedBy = 100;

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid PersonId { get; init; }

    public required Role Role { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    public string? AppointedBy { get; init; }

    public Guid? CoversFor { get; init; }

    public required Guid ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public ProposalAnswer Answer { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public string? SettledByName { get; private set; }

    /// <summary>What the appointment says of who gave it.</summary>
    public string GivenBy => string.IsNullOrEmpty(AppointedBy) ? $"{ProposedByName} and {SettledByName}" : $"{AppointedBy} ({ProposedByName} and {SettledByName})";

    public Outcome Confirm(Guid personIdentity, Deed deed) => AnswerAsSecond(ProposalAnswer.Confirmed, personIdentity, deed);

    public Outcome Refuse(Guid personIdentity, Deed deed) => AnswerAsSecond(ProposalAnswer.Refused, personIdentity, deed);

    public Outcome TakeBack(Deed deed) => Settle(ProposalAnswer.TakenBack, deed);

    private Outcome AnswerAsSecond(ProposalAnswer answer, Guid personIdentity, Deed deed) =>
        deed.By is not { } second || second == ProposedBy || second == personIdentity ? Refusals.OwnProposal : Settle(answer, deed);

    private Outcome Settle(ProposalAnswer answer, Deed deed)
    {
        if (Answer is not ProposalAnswer.Waiting) return Refusals.ProposalSettled;
        (Answer, SettledAt, SettledByName) = (answer, deed.At, deed.ByName);
        return Outcome.Done;
    }
}

internal enum ProposalAnswer
{
    Waiting,
    Confirmed,
    Refused,
    TakenBack,
}
