using System.Security.Cryptography;
using Lifeguard.Access.Contracts;
using Lifeguard.Children.Commands;
using Lifeguard.Custody.Commands;
using Lifeguard.DataProtection.Commands;
using Lifeguard.Duties.Contracts;
using Lifeguard.Incidents.Commands;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Commands;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Response.Commands;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Outbox;
using Lifeguard.Storage.Walls;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Web.Preparing;

/// <summary>
/// Fills a new demonstration: people through the loader that schools use, accounts, then a year of stories through the product's own acts.
/// It is done once and whole. Interrupted, it starts again from nothing, which nobody can have seen.
/// </summary>
internal static class Demonstration
{
    // Of demo/roster, and named in a story of demo/incidents.json.
    private const string PupilOfTheStories = "Amelia Murgatroyd";

    public static async Task PrepareAsync(IServiceProvider services, Action<string> say, CancellationToken stop)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        if (await IsReadyAsync(services, stop)) return;

        await DemonstrationDatabase.EmptyAsync(services, configuration, stop);
        var folder = configuration["Lifeguard:DemoFolder"] ?? Path.Combine(AppContext.BaseDirectory, "demo");
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var stories = await TellStories.ReadAsync(Path.Combine(folder, "incidents.json"), stop);
        var files = await FillFiles.ReadAsync(folder, stop);
        var clock = new StoryClock(now.AddDays(-stories.DaysBefore));
        await using var house = StoryHouse.Build(configuration, clock);

        say("A new demonstration: schools and people");
        var known = await InAsync(house, inside => FoundAsync(inside, folder, clock, stop));
        Preparation.SetWitnessAside(services, say);
        say($"Accounts: {known.Count}");
        foreach (var one in known)
        {
            // A moment apart, because the start page shows them in this order.
            clock.GoTo(clock.GetUtcNow().AddSeconds(1));
            await InAsync(house, inside => OpenAccountAsync(inside, one, clock, stop));
        }

        var people = known.ToDictionary(one => one.Key, one => one.IdentityId);
        await files.TakeInExportsAsync((key, work) => AsAsync(house, people[key], work, stop), work => InAsync(house, async inside =>
        {
            await work(inside);
            return true;
        }), stop);
        var settled = clock.GetUtcNow();
        await stories.TellAsync(house, [.. known.Select(one => (one.Key, one.IdentityId))], now, async at =>
        {
            // Before the time moves on: a seal long after its row is what the verifier counts as late.
            if (at - settled > TimeSpan.FromMinutes(5))
            {
                await SettleAsync(house, stop);
                settled = at;
            }

            clock.GoTo(at);
        }, say, stop);
        await SettleAsync(house, stop);
        clock.GoTo(now);
        await InAsync(house, inside => LookAfterDataAsync(inside, known, stop));
        await files.FillAsync((key, work) => AsAsync(house, people[key], work, stop), now, stop);
        await DemonstrateLocalGuidance.RunAsync((key, work) => AsAsync(house, people[key], work, stop), stop);
        await DemonstrateCustody.RunAsync((key, work) => AsAsync(house, people[key], work, stop), PupilOfTheStories, stop);
        await InAsync(house, inside => ReadyAsync(inside, clock, stop));
        await SettleAsync(house, stop);
        say("The demonstration is ready");
    }

    // What the clock's jobs would have done in the meantime.
    private static async Task SettleAsync(IServiceProvider house, CancellationToken stop)
    {
        await InAsync(house, inside => inside.GetRequiredService<LetterSender>().SendDueAsync(stop));
        await house.GetRequiredService<Sealer>().SealAsync(stop);
    }

    private static async Task<bool> IsReadyAsync(IServiceProvider services, CancellationToken stop) => await InAsync(services, async inside =>
    {
        var store = inside.GetRequiredService<Store>();
        // The installation's own rows have the empty key: few, and found by an index.
        return await store.Set<JournalRow>().AnyAsync(row => row.RecordId == Guid.Empty && row.Act == nameof(DemonstrationReady), stop);
    });

    private static async Task<IReadOnlyList<DemonstrationPerson>> FoundAsync(IServiceProvider inside, string folder, TimeProvider clock, CancellationToken stop)
    {
        await inside.GetRequiredService<IAccounts>().FoundAsync(asDemonstration: true, Deed.OfSystem(Guid.Empty, "Preparation", clock.GetUtcNow()), stop);
        var known = await inside.GetRequiredService<LoadDemonstration>().RunAsync(folder, stop);
        TermPeriod[] year = [.. (await LoadDemonstration.TermsAsync(folder, stop)).Select(term => new TermPeriod(term.IsClosed ? TermPeriodKind.Closed : TermPeriodKind.Open, term.Name, term.First, term.Last))];
        foreach (var school in (await inside.GetRequiredService<IOrganisations>().AllAsync(stop)).Where(one => one.Kind == OrganisationKind.School))
        {
            var outcome = await inside.GetRequiredService<ITermDates>().ReplaceAsync(year, Deed.OfSystem(school.Id, "Demonstration", clock.GetUtcNow()), stop);
            if (!outcome.IsDone) throw new InvalidOperationException($"The demonstration's year was refused: {outcome.Refusals[0].Code}.");
        }

        return known;
    }

    private static async Task<bool> OpenAccountAsync(IServiceProvider inside, DemonstrationPerson one, TimeProvider clock, CancellationToken stop)
    {
        // Entered by one click alone: nobody is ever told this password.
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var organisation = (await inside.GetRequiredService<IOrganisations>().GetAsync(one.Org, stop))!;
        var label = $"{one.Says} ({one.Name})";
        var deed = Deed.OfSystem(organisation.Id, "Demonstration", clock.GetUtcNow());
        var outcome = await inside.GetRequiredService<IAccounts>().OpenAsync(one.IdentityId, one.Org, one.Email, password, label, deed, stop);
        return outcome.IsDone ? true : throw new InvalidOperationException($"The demonstration account of {one.Key} was refused: {outcome.Refusals[0].Code}.");
    }

    private static async Task<bool> LookAfterDataAsync(IServiceProvider inside, IReadOnlyList<DemonstrationPerson> known, CancellationToken stop)
    {
        var (lead, desk) = (await ViewerAsync("data-protection"), await ViewerAsync("dsl"));
        await DemonstrateDataProtection.RunAsync(inside, lead, desk, PupilOfTheStories, stop);
        return true;

        async Task<Viewer> ViewerAsync(string key) => (await inside.GetRequiredService<IAccounts>().ViewerOfAsync(known.Single(one => one.Key == key).IdentityId, stop))!;
    }

    private static async Task<bool> ReadyAsync(IServiceProvider inside, TimeProvider clock, CancellationToken stop)
    {
        var deed = Deed.OfSystem(Guid.Empty, "Demonstration", clock.GetUtcNow());
        return (await inside.GetRequiredService<Store>().CommitAsync(deed, new DemonstrationReady(new RecordRef("installation", Guid.Empty)), stop)).IsDone;
    }

    // As a request of this person would be.
    private static async Task AsAsync(IServiceProvider house, Guid identity, Func<IServiceProvider, Viewer, Task> work, CancellationToken stop) => await InAsync(house, async inside =>
    {
        await work(inside, await inside.GetRequiredService<IAccounts>().ViewerOfAsync(identity, stop) ?? throw new InvalidOperationException("Somebody of the demonstration has no account."));
        return true;
    });

    private static async Task<T> InAsync<T>(IServiceProvider services, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("demonstration");
        return await work(scope.ServiceProvider);
    }
}

/// <summary>The demonstration stands complete; without this row it is begun anew.</summary>
public sealed record DemonstrationReady(RecordRef About) : IHappened;
