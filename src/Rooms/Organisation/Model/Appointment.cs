using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Model;

/// <summary>A role held by a person from one day to another.</summary>
internal sealed class Appointment
{
    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required Guid PersonId { get; init; }

    public required Role Role { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day on which it is held; null while it has no end.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The appointing body or person, in words.</summary>
    public string? AppointedBy { get; init; }

    /// <summary>The person in whose place they stand meanwhile, as in a maternity leave.</summary>
    public Guid? CoversFor { get; init; }

    public bool IsHeld(DateOnly on) => From <= on && (Until is null || Until >= on);

    public bool IsHeldBetween(DateOnly from, DateOnly? until) => From <= (until ?? DateOnly.MaxValue) && (Until ?? DateOnly.MaxValue) >= from;

    public Outcome EndAfter(DateOnly until) => Until is null ? LetEnd(until) : Refusals.AlreadyEnded;

    /// <summary>The same for one that has an end ahead, as cover has: it may come earlier, and later only by giving the role anew.</summary>
    public Outcome EndAfter(DateOnly until, DateOnly today) => Until < today ? Refusals.AlreadyEnded : Until < until ? Refusals.EndsEarlierAlready : LetEnd(until);

    /// <summary>It is held today no longer; one that began today or later never was.</summary>
    public Outcome EndAtOnce(DateOnly today)
    {
        if (Until < today) return Refusals.AlreadyEnded;
        EndWithPerson(today.AddDays(-1));
        return Outcome.Done;
    }

    /// <summary>The person left: the role ends that day, or never was when it had yet to begin.</summary>
    public void EndWithPerson(DateOnly on)
    {
        if (Until is null || Until > on) Until = on < From ? From.AddDays(-1) : on;
    }

    private Outcome LetEnd(DateOnly until)
    {
        if (until < From) return Refusals.EndsBeforeItBegins;
        Until = until;
        return Outcome.Done;
    }
}
