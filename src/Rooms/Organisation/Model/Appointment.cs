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

    public bool IsHeld(DateOnly on) => From <= on && (Until is null || Until >= on);

    public Outcome EndAfter(DateOnly until)
    {
        if (Until is not null) return Refusals.AlreadyEnded;
        if (until < From) return Refusals.EndsBeforeItBegins;
        Until = until;
        return Outcome.Done;
    }

    /// <summary>The person left: the role ends that day, or never was when it had yet to begin.</summary>
    public void EndWithPerson(DateOnly on)
    {
        if (Until is null || Until > on) Until = on < From ? From.AddDays(-1) : on;
    }
}
