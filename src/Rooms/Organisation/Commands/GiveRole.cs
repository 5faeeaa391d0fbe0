using System.Globalization;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Commands;

/// <summary><c>lifeguard role give PERSON ROLE [--school NAME] [--from DATE] [--until DATE]</c></summary>
public sealed class GiveRole
{
    private const int Done = 0;
    private const int Refused = 2;

    private readonly FindByName _find;
    private readonly AppointPerson _appoint;
    private readonly TimeProvider _clock;

    internal GiveRole(FindByName find, AppointPerson appoint, TimeProvider clock) => (_find, _appoint, _clock) = (find, appoint, clock);

    /// <param name="role">The role's name or its words, such as <c>DesignatedSafeguardingLead</c> or <c>Safeguarding lead (DSL)</c>.</param>
    /// <param name="from">The first day, such as <c>2026-09-01</c>; null for today.</param>
    /// <param name="until">The last day, such as <c>2027-07-31</c>; null without an end.</param>
    /// <returns>0 when the role was given, 2 when it was refused and nothing changed.</returns>
    public async Task<int> RunAsync(string person, string role, string? school, string? from, string? until, TextWriter output, CancellationToken stop)
    {
        if (Known(role) is not { } wanted)
        {
            await output.WriteLineAsync($"There is no role called {role}. The roles are: {string.Join(", ", Enum.GetNames<Role>())}.");
            return Refused;
        }

        if (new[] { from, until }.FirstOrDefault(one => one is not null && Day(one) is null) is { } wrong)
        {
            await output.WriteLineAsync($"{wrong} is not a date. Write it as year, month and day, for example 2026-09-01.");
            return Refused;
        }

        var first = from is null ? DateOnly.FromDateTime(_clock.GetLocalNow().DateTime) : Day(from)!.Value;
        var last = until is null ? null : Day(until);

        if (await _find.AdultAsync(school, person, output, stop) is not { } who) return Refused;

        var deed = Deed.OfSystem(who.Org, "Command line", _clock.GetUtcNow());
        var outcome = await _appoint.RunAsync(new RoleToGive(who.Id, wanted, first) { Until = last, AppointedBy = "Command line" }, deed, stop);
        await output.WriteLineAsync(outcome.IsDone
            ? $"{who.Name}: {wanted.InWords()} from {first:d MMMM yyyy}{(last is { } end ? $" until {end:d MMMM yyyy}" : "")}."
            : $"{outcome.Refusals[0].Sentence} Nothing was changed.");
        return outcome.IsDone ? Done : Refused;
    }

    private static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static Role? Known(string text)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            if (string.Equals(role.ToString(), text.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
                || string.Equals(role.InWords(), text, StringComparison.OrdinalIgnoreCase)) return role;
        }

        return null;
    }
}
