using System.Globalization;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Commands;

/// <summary><c>lifeguard role end PERSON ROLE [--school NAME] [--after DATE]</c></summary>
public sealed class EndRole
{
    private const int Done = 0;
    private const int Refused = 2;

    private readonly FindByName _find;
    private readonly EndAppointment _end;
    private readonly TimeProvider _clock;

    internal EndRole(FindByName find, EndAppointment end, TimeProvider clock) => (_find, _end, _clock) = (find, end, clock);

    /// <param name="after">The last day, such as <c>2026-08-31</c>; null for at once: the last day was yesterday, and one that began today never was.</param>
    /// <returns>0 when the role ends, 2 when it was refused and nothing changed.</returns>
    public async Task<int> RunAsync(string person, string role, string? school, string? after, TextWriter output, CancellationToken stop)
    {
        if (GiveRole.Known(role) is not { } wanted)
        {
            await output.WriteLineAsync($"There is no role called {role}. The roles are: {string.Join(", ", Enum.GetNames<Role>())}.");
            return Refused;
        }

        DateOnly? last = null;
        if (after is not null && (last = DateOnly.TryParseExact(after, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null) is null)
        {
            await output.WriteLineAsync($"{after} is not a date. Write it as year, month and day, for example 2026-08-31.");
            return Refused;
        }

        if (await _find.AdultAsync(school, person, output, stop) is not { } who) return Refused;

        var outcome = await _end.RunAsync(who.Id, wanted, last, Deed.OfSystem(who.Org, "Command line", _clock.GetUtcNow()), stop);
        await output.WriteLineAsync(outcome.IsDone
            ? last is { } until ? $"{who.Name}: {wanted.InWords()} until {until:d MMMM yyyy}." : $"{who.Name}: {wanted.InWords()} no longer."
            : outcome.Refusals.Contains(Refusal.NotFound) ? $"{who.Name} does not hold the role {wanted.InWords()}. Nothing was changed." : $"{outcome.Refusals[0].Sentence} Nothing was changed.");
        return outcome.IsDone ? Done : Refused;
    }
}
