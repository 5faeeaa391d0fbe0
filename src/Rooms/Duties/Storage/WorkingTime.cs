using Lifeguard.Duties.Contracts;
using Lifeguard.Duties.Model;
using Lifeguard.Duties.Model.Calendar;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Duties.Storage;

internal sealed class WorkingTime(Store store, IOrganisations organisations, IOrganisationSettings settings, NationCalendars nations) : IWorkingTime
{
    public NationCalendar Of(Nation nation) => nations.Of(nation);

    public async Task<SchoolCalendar> ForAsync(Guid organisation, CancellationToken stop)
    {
        var periods = await store.Set<TermDate>().AsNoTracking().Where(term => term.Org == organisation).OrderBy(term => term.FirstDay).ToListAsync(stop);
        return await ForAsync(organisation, [.. periods.Select(period => period.Period())], stop);
    }

    /// <summary>The calendar that an organisation would have with these term dates.</summary>
    internal async Task<SchoolCalendar> ForAsync(Guid organisation, IReadOnlyList<TermPeriod> periods, CancellationToken stop) =>
        await ForAsync(organisation, periods, await settings.ValueAsync(organisation, DutySettingKeys.SchoolHours, stop), stop);

    /// <summary>The calendar that an organisation would have with these term dates and hours.</summary>
    internal async Task<SchoolCalendar> ForAsync(Guid organisation, IReadOnlyList<TermPeriod> periods, string? hours, CancellationToken stop)
    {
        var card = await organisations.GetAsync(organisation, stop);
        return new SchoolCalendar(Of(NationOf(card?.Nation)), periods, HoursOf(hours));
    }

    internal static Nation NationOf(string? written) =>
        Enum.TryParse<Nation>((written ?? "").Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var nation) && Enum.IsDefined(nation)
            ? nation
            : Nation.England;

    // Hours that cannot be read, or never open on a weekday, must not stop a duty from being passed on.
    private static OpeningHours HoursOf(string? text) =>
        OpeningHours.TryParse(text, out var hours, out _) && hours.OpensOnWeekdays ? hours : OpeningHours.Parse(DutySettingKeys.UsualSchoolHours);
}

/// <summary>One calendar for each list of bank holidays, kept for the life of the process.</summary>
internal sealed class NationCalendars(DutiesFiles files, IReference reference) : ICalendars
{
    private readonly Dictionary<string, NationCalendar> _calendars =
        BankHolidayRules.Calendars.ToDictionary(calendar => calendar, calendar => new NationCalendar(calendar, files.BankHolidays));

    public NationCalendar Of(Nation nation) => _calendars[reference.Nations.Single(entry => entry.Key == nation.ToString()).BankHolidays];

    public SchoolCalendar Usual(Nation nation) => new(Of(nation), [], OpeningHours.Parse(DutySettingKeys.UsualSchoolHours));
}
