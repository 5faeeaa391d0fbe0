using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.DeskList;

/// <summary>A school with its people, and records raised in it as a teacher raises them.</summary>
internal sealed class DeskScene(World world, Cast cast)
{
    public Cast Cast => cast;

    public static async Task<DeskScene> SetAsync(World world) => new(world, await Cast.GatherAsync(world));

    public Task<Browser> AsAsync(string part) => world.SignedInAsync(cast[part]);

    public Named Pupil(string part = "child", Part as_ = Part.Harmed) => new(cast[part].PersonId, cast[part].Name, NamedAs.Pupil, as_);

    public Named Adult(string part) => new(cast[part].PersonId, cast[part].Name, NamedAs.AdultHere, Part.SaidToHaveDoneIt);

    /// <summary>The record that a report makes.</summary>
    public async Task<Incident> RaiseAsync(string words = "Something was sent", bool urgent = false, params Named[] people)
    {
        var reporter = await world.ViewerAsync(cast["teacher"]);
        var draft = Guid.CreateVersion7(world.Clock.GetUtcNow());
        var receipt = await world.DoAsync(services => services.GetRequiredService<RaiseConcern>().RunAsync(
            draft, cast.School, reporter, new RaiseAnswers { Danger = urgent ? Danger.Yes : Danger.No, People = people, WhatHappened = words, ImageryConcerned = false }, CancellationToken.None), reporter);
        return await world.DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            var id = await store.Set<Receipt>().Where(one => one.Reference == receipt).Select(one => one.IncidentId).SingleAsync();
            return await store.Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == id);
        });
    }

    /// <summary>Changes a record as its pages would, with a deed of the clock.</summary>
    public Task ChangeAsync(Incident record, Action<Store, Incident> change, IHappened? news = null) => world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var incident = await store.Set<Incident>().SingleAsync(one => one.Id == record.Id);
        change(store, incident);
        (await store.CommitAsync(Deed.OfSystem(incident.Org, "Test", world.Clock.GetUtcNow()), news ?? new FormCompleted(incident.Ref, "test", null, null), CancellationToken.None)).IsDone.ShouldBeTrue();
    });

    public Task TakeOnAsync(Incident record, string part) => ChangeAsync(record, (_, incident) =>
    {
        incident.Open(world.Clock.GetUtcNow());
        incident.TakeOn(cast[part].IdentityId, world.Clock.GetUtcNow()).IsDone.ShouldBeTrue();
    }, new IncidentTakenOn(record.Ref, cast[part].IdentityId));

    public Task<TechnicalTask> AskTechnicianAsync(Incident record, string what = "block-address", string? address = null, string? device = null, bool urgent = false) => world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var now = world.Clock.GetUtcNow();
        var task = new TechnicalTask
        {
            Id = Guid.CreateVersion7(now),
            Org = record.Org,
            Reference = RandomReference.New(),
            IncidentId = record.Id,
            What = what,
            Address = address is null ? null : new UrlAsText(address),
            Device = device,
            Urgent = urgent,
            AskedAt = now,
            DueAt = now.AddHours(4),
        };
        store.Add(task);
        (await store.CommitAsync(Deed.OfSystem(record.Org, "Test", now), new TechnicalTaskAsked(record.Ref, task.Id, what, address, device), CancellationToken.None)).IsDone.ShouldBeTrue();
        return task;
    });

    public Task<Incident> AgainAsync(Incident record) => world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == record.Id));

    /// <summary>Journal rows of lists that this person was shown, newest last.</summary>
    public Task<List<JournalRow>> ListsOfAsync(string part) => world.DoAsync(services =>
    {
        var me = cast[part].IdentityId;
        return services.GetRequiredService<Store>().Set<JournalRow>().AsNoTracking().Where(row => row.ByIdentity == me && row.Act == nameof(ListRead)).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync();
    });
}
