using Lifeguard.Cli.Backups;
using Lifeguard.Storage.Walls;
using Lifeguard.Web;
using Lifeguard.Web.Hosting;
using Lifeguard.Web.Preparing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Cli;

/// <summary>Reads what was typed, brings the database to this version, does it.</summary>
/// <param name="settings">Further settings, as the site takes them.</param>
internal sealed class CommandLine(TextWriter output, TextWriter error, IReadOnlyList<string> settings)
{
    private const int NotUnderstood = 2;

    /// <returns>0 done; 1 failed; 2 refused or not understood, and nothing changed.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> typed, CancellationToken stop)
    {
        if (typed is [] or ["help"] or ["--help"] or ["-h"])
        {
            await output.WriteAsync(Help.Text());
            return typed is [] ? NotUnderstood : 0;
        }

        var verb = Verbs.All.Where(one => one.IsMeantBy(typed)).MaxBy(one => one.Length);
        if (verb is null) return await ComplainAsync($"There is no command \"{string.Join(' ', typed.Take(2))}\".", Help.Text());
        var rest = typed.Skip(verb.Length).ToList();
        if (rest is ["--help"] or ["-h"])
        {
            await output.WriteAsync(Help.Of(verb));
            return 0;
        }

        return Typed.Read(verb, rest, out var complaint) is { } read ? await DoAsync(verb, read, stop) : await ComplainAsync(complaint, Help.Of(verb));
    }

    private async Task<int> DoAsync(Verb verb, Typed typed, CancellationToken stop)
    {
        try
        {
            if (!verb.NeedsDatabase)
            {
                await using var rooms = verb.NeedsRooms ? RoomsAlone() : new ServiceCollection().BuildServiceProvider();
                return await verb.RunAsync(rooms, typed, output, stop);
            }

            await using var house = House.WithoutPages([.. settings, "--Lifeguard:NoJobs=true"], builder => builder.Logging.ClearProviders());
            if (verb.BringsUpToDate) await Preparation.RunAsync(house.Services, error.WriteLine, stop);
            await using var scope = house.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("command line");
            return await verb.RunAsync(scope.ServiceProvider, typed, output, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped. What was not finished is as it was before.");
            return 1;
        }
        catch (BackupRefused refused)
        {
            await error.WriteLineAsync(refused.Message);
            return NotUnderstood;
        }
        catch (Exception fault) when (fault is Npgsql.NpgsqlException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // Somebody at a terminal needs the sentence; where it comes from helps nobody there.
            await error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static ServiceProvider RoomsAlone()
    {
        var services = new ServiceCollection();
        foreach (var room in Rooms.All) room.AddServices(services, new ConfigurationBuilder().Build());
        return services.BuildServiceProvider();
    }

    private async Task<int> ComplainAsync(string complaint, string help)
    {
        await error.WriteLineAsync(complaint);
        await error.WriteLineAsync();
        await error.WriteAsync(help);
        return NotUnderstood;
    }
}
