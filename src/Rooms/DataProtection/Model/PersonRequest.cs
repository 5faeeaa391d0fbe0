using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Model;

/// <summary>Somebody asks for what is kept about them, wants it corrected, objects or complains.</summary>
internal sealed class PersonRequest
{
    public const string RecordKind = "person-request";

    /// <summary>A complaint about how somebody's data were used is acknowledged within so many days: Data (Use and Access) Act 2025, in force since 19 June 2026.</summary>
    public const int DaysToAcknowledge = 30;

    public const int LongestName = 200;
    public const int LongestWords = 8_000;

    public required Guid Id { get; init; }

    public required Guid Org { get; init; }

    public required RandomReference Reference { get; init; }

    public required RequestKind Kind { get; init; }

    public required string AskedBy { get; init; }

    /// <summary>The human being whose data are meant, and the name as it was that day.</summary>
    public required Guid About { get; init; }

    public required string AboutName { get; init; }

    /// <summary>How it was made sure that whoever asks may ask.</summary>
    public required string IdentityChecked { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DateOnly DueOn { get; set; }

    public string? ExtendedWhy { get; private set; }

    public DateOnly? AcknowledgedOn { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredByName { get; private set; }

    public required string TakenByName { get; init; }

    public uint Version { get; private set; }

    public RecordRef Ref => new(RecordKind, Id);

    public bool IsAnswered => AnsweredOn is not null;

    public bool GathersRecords => Kind == RequestKind.Copy;

    /// <summary>
    /// A calendar month from the day it was received; where the next month has no such day, its last. Three when it was extended. The
    /// Information Commissioner lets a day that is no working day wait for the next.
    /// </summary>
    public static DateOnly Due(RequestKind kind, DateOnly received, bool extended, Func<DateOnly, bool> isWorkingDay)
    {
        var due = kind == RequestKind.Complaint ? received.AddDays(DaysToAcknowledge) : received.AddMonths(extended ? 3 : 1);
        if (kind == RequestKind.Complaint) return due;
        while (!isWorkingDay(due)) due = due.AddDays(1);
        return due;
    }

    public Outcome Extend(DateOnly due, string why)
    {
        if (IsAnswered) return Refusals.AnsweredAlready;
        if (ExtendedWhy is not null) return Refusals.ExtendedAlready;
        (DueOn, ExtendedWhy) = (due, why);
        return Outcome.Done;
    }

    public Outcome Acknowledge(DateOnly on)
    {
        if (IsAnswered) return Refusals.AnsweredAlready;
        AcknowledgedOn ??= on;
        return Outcome.Done;
    }

    public Outcome AnswerWith(string answer, DateOnly on, Deed deed)
    {
        if (IsAnswered) return Refusals.AnsweredAlready;
        (Answer, AnsweredOn, AnsweredByName) = (answer, on, deed.ByName);
        return Outcome.Done;
    }
}

internal enum RequestKind
{
    Copy,
    Correction,
    Objection,
    Complaint,
    FreedomOfInformation,
}
