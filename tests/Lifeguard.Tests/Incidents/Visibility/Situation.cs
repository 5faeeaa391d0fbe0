using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Visibility;

/// <summary>Lets a line of the audience table happen in a school.</summary>
internal sealed class Situation(World world, Cast cast)
{
    /// <returns>The record that the line is about.</returns>
    public async Task<Guid> HappenAsync(AudienceCase row)
    {
        var later = row.Is("later");
        List<Named> people = [new(cast["child"].PersonId, cast["child"].Name, NamedAs.Pupil, Part.Harmed)];
        if (!later) people.AddRange(row.Named.Select(one => Accused(one)));
        await RaiseAsync(people);
        var record = await FindAsync(welfare: false);
        if (later) await NameLaterAsync(record, row.Named);
        foreach (var one in row.All("conflict")) await DeclareAsync(record, cast[one]);
        foreach (var one in row.All("joined")) await JoinAsync(record, cast[one]);
        if (row.All("unopened").FirstOrDefault() is { } steps) await LeaveUnopenedAsync(record, int.Parse(steps, System.Globalization.CultureInfo.InvariantCulture), row);
        return row.Record == "welfare" ? await FindAsync(welfare: true) : record;
    }

    private Named Accused(string part) => part switch
    {
        "stranger" => new Named(null, "a man from the game", NamedAs.OtherAdult, Part.SaidToHaveDoneIt),
        "parent" => new Named(cast[part].PersonId, cast[part].Name, NamedAs.Parent, Part.SaidToHaveDoneIt),
        "pupil" or "pupil2" => new Named(cast[part].PersonId, cast[part].Name, NamedAs.Pupil, Part.SaidToHaveDoneIt),
        _ => new Named(cast[part].PersonId, cast[part].Name, NamedAs.AdultHere, Part.SaidToHaveDoneIt),
    };

    private async Task RaiseAsync(List<Named> people)
    {
        var reporter = await world.ViewerAsync(cast["teacher"]);
        var draft = Guid.CreateVersion7(world.Clock.GetUtcNow());
        await world.DoAsync(services => services.GetRequiredService<RaiseConcern>().RunAsync(
            draft, cast.School, reporter, new RaiseAnswers { Danger = Danger.No, People = people, WhatHappened = "Something was sent", ImageryConcerned = false, WhoLooksAfterTheChild = "The year head" }, CancellationToken.None), reporter);
    }

    public Task<Guid> FindAsync(bool welfare) => world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>()
        .Where(one => one.Org == cast.School && (one.RecordKind == RecordKind.Welfare) == welfare).Select(one => one.Id).SingleAsync());

    /// <summary>Adds people who are said to have done it to a record that is there already, and decides again who may know.</summary>
    public Task NameLaterAsync(Guid record, IReadOnlyList<string> parts) => ChangeAsync(record, (services, incident) =>
    {
        foreach (var one in parts)
        {
            var named = Accused(one);
            services.GetRequiredService<Store>().Add(Involvement.Of(incident.Id, incident.Org, named.PersonId, named.Name, named.NamedAs, named.Part, world.Clock.GetUtcNow()));
        }

        return Task.CompletedTask;
    });

    private Task DeclareAsync(Guid record, Someone someone) => ChangeAsync(record, (services, incident) =>
    {
        services.GetRequiredService<Store>().Add(new DeclaredConflict { IncidentId = incident.Id, Org = incident.Org, IdentityId = someone.IdentityId, At = world.Clock.GetUtcNow() });
        return Task.CompletedTask;
    });

    public Task JoinAsync(Guid record, Someone someone) => ChangeAsync(record, (_, incident) =>
    {
        incident.Join(someone.IdentityId).IsDone.ShouldBeTrue();
        return Task.CompletedTask;
    });

    private Task LeaveUnopenedAsync(Guid record, int steps, AudienceCase row) => ChangeAsync(record, async (services, incident) =>
    {
        var named = await services.GetRequiredService<Store>().Set<Involvement>().Where(one => one.IncidentId == record).ToListAsync();
        var facts = await services.GetRequiredService<GatherFacts>().RunAsync(incident.Org, [.. named.Select(one => new Named(one.PersonId, one.Name, one.NamedAs, one.Part))], new HashSet<Guid>(), CancellationToken.None);
        // The first step of an urgent concern wakes the deputies, who sit at the desk already.
        var first = row.Record == "concern" ? 2 : 1;
        for (var step = first; step <= steps; step++) incident.RaiseTo(Routing.Above(Enum.Parse<Desk>(incident.Desks[^1]), facts)!.Value);
    });

    public Task ChangeAsync(Guid record, Func<IServiceProvider, Incident, Task> change) => world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var incident = await store.Set<Incident>().SingleAsync(one => one.Id == record);
        await change(services, incident);
        var at = world.Clock.GetUtcNow();
        var news = await services.GetRequiredService<Placing>().AgainAsync(incident, "test", at, CancellationToken.None);
        (await store.CommitAsync(Deed.OfSystem(incident.Org, "Test", at), [new ConcernOpened(incident.Ref), .. news], CancellationToken.None)).IsDone.ShouldBeTrue();
    });
}
