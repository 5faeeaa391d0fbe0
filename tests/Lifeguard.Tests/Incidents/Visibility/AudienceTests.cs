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

/// <summary>Every line of the audience table, asked of every person of the school and the trust.</summary>
public sealed class AudienceTests(World world) : IClassFixture<World>
{
    public static TheoryData<string> Cases() => [.. AudienceTable.Read().Select(one => one.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    [Requirement("A-018")]
    [Requirement("A-030")]
    [Requirement("B-009")]
    public async Task Record_IsKnown_ToExactlyThoseOfTheTable(string name)
    {
        var row = AudienceTable.Read().Single(one => one.Case == name);
        var cast = await Cast.GatherAsync(world, row);

        var record = await HappenAsync(row, cast);

        var knowing = await KnowingAsync(cast, record);
        knowing.ShouldBe(row.MayKnow.Order(StringComparer.Ordinal), ignoreOrder: false);
        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>().SingleAsync(one => one.Id == record))).TellsAuthority.ShouldBe(row.TellsAuthority);
    }

    private async Task<List<string>> KnowingAsync(Cast cast, Guid record)
    {
        var everybody = cast.WhoCanSignIn.Select(one => one.Value.IdentityId).ToList();
        var told = await world.DoAsync(services => services.GetRequiredService<IncidentAudience>().WhoMayKnowAsync(new RecordRef(Incident.Kind, record), everybody, CancellationToken.None));
        var knowing = new List<string>();
        foreach (var (part, someone) in cast.WhoCanSignIn)
        {
            var viewer = await world.ViewerAsync(someone);
            var sees = await world.DoAsync(services => services.GetRequiredService<Store>().IncidentsFor(viewer).AnyAsync(one => one.Id == record), viewer);
            // Two ways to the same answer: the page's query and the outbox's question.
            sees.ShouldBe(told.Contains(someone.IdentityId), part);
            if (sees) knowing.Add(part);
        }

        knowing.Sort(StringComparer.Ordinal);
        return knowing;
    }

    private async Task<Guid> HappenAsync(AudienceCase row, Cast cast)
    {
        var later = row.Is("later");
        List<Named> people = [new(cast["child"].PersonId, cast["child"].Name, NamedAs.Pupil, Part.Harmed)];
        if (!later) people.AddRange(row.Named.Select(one => Accused(cast, one)));
        await RaiseAsync(cast, people);
        var record = await FindAsync(cast, welfare: false);
        if (later) await NameLaterAsync(record, cast, row);
        foreach (var one in row.All("conflict")) await DeclareAsync(record, cast[one]);
        foreach (var one in row.All("joined")) await JoinAsync(record, cast[one]);
        if (row.All("unopened").FirstOrDefault() is { } steps) await LeaveUnopenedAsync(record, int.Parse(steps, System.Globalization.CultureInfo.InvariantCulture), row);
        return row.Record == "welfare" ? await FindAsync(cast, welfare: true) : record;
    }

    private static Named Accused(Cast cast, string part) => part switch
    {
        "stranger" => new Named(null, "a man from the game", NamedAs.OtherAdult, Part.SaidToHaveDoneIt),
        "parent" => new Named(cast[part].PersonId, cast[part].Name, NamedAs.Parent, Part.SaidToHaveDoneIt),
        "pupil" or "pupil2" => new Named(cast[part].PersonId, cast[part].Name, NamedAs.Pupil, Part.SaidToHaveDoneIt),
        _ => new Named(cast[part].PersonId, cast[part].Name, NamedAs.AdultHere, Part.SaidToHaveDoneIt),
    };

    private async Task RaiseAsync(Cast cast, List<Named> people)
    {
        var reporter = await world.ViewerAsync(cast["teacher"]);
        var draft = Guid.CreateVersion7(world.Clock.GetUtcNow());
        await world.DoAsync(services => services.GetRequiredService<RaiseConcern>().RunAsync(
            draft, cast.School, reporter, new RaiseAnswers { Danger = Danger.No, People = people, WhatHappened = "Something was sent", ImageryConcerned = false, WhoLooksAfterTheChild = "The year head" }, CancellationToken.None), reporter);
    }

    private Task<Guid> FindAsync(Cast cast, bool welfare) => world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>()
        .Where(one => one.Org == cast.School && (one.RecordKind == RecordKind.Welfare) == welfare).Select(one => one.Id).SingleAsync());

    private Task NameLaterAsync(Guid record, Cast cast, AudienceCase row) => ChangeAsync(record, (services, incident) =>
    {
        foreach (var one in row.Named)
        {
            var named = Accused(cast, one);
            services.GetRequiredService<Store>().Add(Involvement.Of(incident.Id, incident.Org, named.PersonId, named.Name, named.NamedAs, named.Part, world.Clock.GetUtcNow()));
        }

        return Task.CompletedTask;
    });

    private Task DeclareAsync(Guid record, Someone someone) => ChangeAsync(record, (services, incident) =>
    {
        services.GetRequiredService<Store>().Add(new DeclaredConflict { IncidentId = incident.Id, Org = incident.Org, IdentityId = someone.IdentityId, At = world.Clock.GetUtcNow() });
        return Task.CompletedTask;
    });

    private Task JoinAsync(Guid record, Someone someone) => ChangeAsync(record, (_, incident) =>
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

    private Task ChangeAsync(Guid record, Func<IServiceProvider, Incident, Task> change) => world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var incident = await store.Set<Incident>().SingleAsync(one => one.Id == record);
        await change(services, incident);
        var at = world.Clock.GetUtcNow();
        var news = await services.GetRequiredService<Placing>().AgainAsync(incident, "test", at, CancellationToken.None);
        (await store.CommitAsync(Deed.OfSystem(incident.Org, "Test", at), [new ConcernOpened(incident.Ref), .. news], CancellationToken.None)).IsDone.ShouldBeTrue();
    });
}
