using Lifeguard.Reference.Contracts;

namespace Lifeguard.Duties.Contracts;

/// <summary>Calendars that need no database: what holds where nobody has entered anything.</summary>
public interface ICalendars
{
    /// <summary>The calendar of a school in this nation that has entered neither terms nor hours.</summary>
    SchoolCalendar Usual(Nation nation);
}
