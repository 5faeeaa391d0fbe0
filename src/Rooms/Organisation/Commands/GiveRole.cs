using System.Globalization;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Commands;

/// <summary><c>lifeguard role give PERSON ROLE [--school NAME] [--from DATE]</c></summary>
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
    /// <returns>0 when the role was given, 2 when it was refused and nothing changed.</returns>
    public async Task<int> RunAsync(string person, string role, string? school, string? from, TextWriter output, CancellationToken stop)
    {
        if (Known(role) is not { } wanted)
        {
            await output.WriteLineAsync($"There is no role called {role}. The roles are: {string.Join(", ", Enum.GetNames<Role>())}.");
            return Refused;
        }

        var first = DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);
        if (from is not null && !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
        {
            await output.WriteLineAsync($"{from} is not a date. Write it as year, month and day, for example 2026-09-01.");
            return Refused;
        }

        if (await _find.AdultAsync(school, person, output, stop) is not { } who) return Refused;

        var deed = Deed.OfSystem(who.Org, "Command line", _clock.GetUtcNow());
        var outcome = await _appoint.RunAsync(who.Id, wanted, first, "Command line", deed, stop);
        await output.WriteLineAsync(outcome.IsDone
            ? $"{who.Name}: {wanted.InWords()} from {first:d MMMM yyyy}."
            : $"{outcome.Refusals[0].Sentence} Nothing was changed.");
        return outcome.IsDone ? Done : Refused;
    }

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
