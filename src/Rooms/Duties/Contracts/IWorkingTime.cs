using Lifeguard.Reference.Contracts;

namespace Lifeguard.Duties.Contracts;

/// <summary>The days and hours that deadlines are counted in.</summary>
public interface IWorkingTime
{
    /// <summary>Bank holidays and working days of a nation.</summary>
    NationCalendar Of(Nation nation);

    /// <summary>
    /// The calendar of an organisation: its nation, its own term dates or a usual year, its hours. Ask once for a piece of work and keep it.
    /// An organisation that is not there is answered as one in England that has entered nothing.
    /// </summary>
    Task<SchoolCalendar> ForAsync(Guid organisation, CancellationToken stop);
}
