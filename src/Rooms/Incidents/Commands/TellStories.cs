using System.Security.Cryptography;
using Lifeguard.Access.Contracts;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Commands;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage.Walls;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Incidents.Commands;

/// <summary>
/// Tells the demonstration's year: every act is the one behind the page, done by its person, at its time. Nothing is written past them.
/// </summary>
public sealed class TellStories
{
    private readonly StoryFile _file;

    private TellStories(StoryFile file) => _file = file;

    /// <summary>How many days before now the demonstration must begin.</summary>
    public int DaysBefore => _file.Stories.Max(one => one.DaysAgo ?? 0) + 21;

    /// <exception cref="System.Text.Json.JsonException">The file is not as it should be.</exception>
    public static async Task<TellStories> ReadAsync(string path, CancellationToken stop) => new(await StoryFile.ReadAsync(path, stop));

    /// <param name="house">The rooms, with a clock that <paramref name="goToAsync"/> moves.</param>
    /// <param name="accounts">Key and human being of everybody who has an account already.</param>
    /// <param name="goToAsync">Moves the clock on; called before each act.</param>
    /// <param name="say">Takes a line of progress.</param>
    /// <exception cref="InvalidOperationException">An act was refused, or the stories name somebody who is not there.</exception>
    public async Task TellAsync(
        IServiceProvider house, IReadOnlyList<(string Key, Guid Identity)> accounts, DateTimeOffset now, Func<DateTimeOffset, Task> goToAsync, Action<string> say, CancellationToken stop)
    {
        var identities = accounts.ToDictionary(one => one.Key, one => one.Identity);
        foreach (var one in _file.Staff) identities.Add(one.Key, await InAsync(house, inside => HireAsync(inside, one, stop)));
        var told = new ToldStories(new StoryCast(identities));
        var agenda = await InAsync(house, inside => AgendaAsync(inside, now, stop));
        for (var done = 0; done < agenda.Count; done++)
        {
            var (at, thread, act) = agenda[done];
            await goToAsync(at);
            await InAsync(house, inside => told.ActAsync(inside, thread, act, stop));
            if ((done + 1) % 150 == 0 || done + 1 == agenda.Count) say($"A year of invented concerns: {(done + 1) * 100 / agenda.Count} in 100");
        }
    }

    private async Task<IReadOnlyList<(DateTimeOffset At, StoryThread Thread, StoryAct Act)>> AgendaAsync(IServiceProvider inside, DateTimeOffset now, CancellationToken stop)
    {
        var organisations = (await inside.GetRequiredService<IOrganisations>().AllAsync(stop)).ToDictionary(one => one.Name, one => one.Id);
        List<(DateTimeOffset At, StoryThread Thread, StoryAct Act)> agenda = [];
        foreach (var story in _file.Stories)
        {
            var school = organisations[story.School];
            var times = new StoryTimes(await inside.GetRequiredService<IWorkingTime>().ForAsync(school, stop), now).Of(story);
            var thread = new StoryThread(story.Key, school);
            agenda.AddRange(times.Zip(story.Acts, (at, act) => (at, thread, act)));
        }

        // A stable sort: acts of one story keep their order.
        return [.. agenda.OrderBy(one => one.At)];
    }

    private static async Task<Guid> HireAsync(IServiceProvider inside, StoryFile.Member one, CancellationToken stop)
    {
        using var complaints = new StringWriter();
        var person = await inside.GetRequiredService<FindByName>().AdultAsync(one.School, one.Name, complaints, stop) ?? throw new InvalidOperationException(complaints.ToString());
        var deed = Deed.OfSystem(person.Org, "Demonstration", inside.GetRequiredService<TimeProvider>().GetUtcNow());
        // Nobody is ever told this password.
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var outcome = await inside.GetRequiredService<IAccounts>().OpenAsync(person.IdentityId, person.Org, one.Email, password, null, deed, stop);
        return outcome.IsDone ? person.IdentityId : throw new InvalidOperationException($"The account of {one.Key} was refused: {outcome.Refusals[0].Code}.");
    }

    private static async Task<T> InAsync<T>(IServiceProvider services, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("demonstration");
        return await work(scope.ServiceProvider);
    }
}
