using System.Net;
using Lifeguard.Duties.Model.Escalation;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.Guards;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Visibility;

/// <summary>Somebody who knew of a record is named in it: from that moment it is not there for them, in any channel.</summary>
public sealed class NamedLaterTests(World world) : IClassFixture<World>
{
    private static readonly AudienceCase AboutPupils = new("", ["pupil"], [], "concern", ["dsl", "deputy1", "deputy2", "trust-dsl"], false);

    [Fact]
    [Requirement("A-030")]
    public async Task Reporter_NamedLater_KeepsAReceiptThatTellsNothingNew()
    {
        var (cast, situation, record, filled) = await HappenedAsync();
        var reporter = await Visitor.SignedInAsync(world, cast["teacher"]);
        var address = "/receipts/" + filled.Row<Receipt>().Reference;
        var before = await reporter.GetAsync(address);

        await situation.NameLaterAsync(record, ["teacher"]);
        await situation.ChangeAsync(record, (_, incident) =>
        {
            incident.Open(world.Clock.GetUtcNow());
            return Task.CompletedTask;
        });

        before.Status.ShouldBe(HttpStatusCode.OK);
        (await reporter.GetAsync(address)).Plain().ShouldBe(before.Plain());
    }

    [Fact]
    public async Task Handler_NamedLater_MeetsWhatIsNotThere_AtTheNextRequest()
    {
        var (cast, situation, record, filled) = await HappenedAsync();
        await situation.ChangeAsync(record, (_, incident) =>
        {
            incident.TakeOn(cast["dsl"].IdentityId, world.Clock.GetUtcNow()).IsDone.ShouldBeTrue();
            return Task.CompletedTask;
        });
        var handler = await Visitor.SignedInAsync(world, cast["dsl"]);
        var address = "/incidents/" + filled.Reference;
        (await handler.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);

        await situation.NameLaterAsync(record, ["dsl"]);

        foreach (var page in (await HousePages.OfAsync(world)).Where(page => page.IsOfARecord))
        {
            (await handler.GetAsync(Addresses.Of(page, filled))).Status.ShouldBe(HttpStatusCode.NotFound, page.Template);
            foreach (var post in page.Posts) (await handler.PostAsync(Addresses.Of(page, filled) + (post.Length == 0 ? "" : "?handler=" + post), [new("Text", "x")])).Status.ShouldBe(HttpStatusCode.NotFound, page.Template);
        }

        foreach (var list in new[] { "/home", "/desk" }) (await handler.GetAsync(list)).Body.ShouldNotContain(filled.Reference.ToString());
        (await handler.PostAsync("/search", [new("Words", filled.WordOf("Report.WhatHappened")!)])).Body.ShouldNotContain(filled.Reference.ToString());
    }

    [Fact]
    public async Task Record_ThatWasOpenedAndWorkedOn_IsNewToTheDeskItGoesTo()
    {
        var (cast, situation, record, filled) = await HappenedAsync();
        await situation.ChangeAsync(record, (_, incident) =>
        {
            incident.Open(world.Clock.GetUtcNow());
            incident.TakeOn(cast["dsl"].IdentityId, world.Clock.GetUtcNow()).IsDone.ShouldBeTrue();
            incident.Join(cast["teacher2"].IdentityId).IsDone.ShouldBeTrue();
            return Task.CompletedTask;
        });
        await world.DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            await store.CommitAsync(Deed.OfSystem(cast.School, "Test", world.Clock.GetUtcNow()), new ConcernOpened(new RecordRef(Incident.Kind, record)), CancellationToken.None);
        });

        await situation.NameLaterAsync(record, ["dsl"]);

        var moved = await world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == record));
        (moved.OpenedAt, moved.Handler).ShouldBe((null, null));
        moved.Joined.ShouldBeEmpty();
        var waits = await world.DoAsync(services => services.GetRequiredService<Store>().Set<Duty>().AsNoTracking().Where(duty => duty.RecordId == record && duty.SettledAt == null).ToListAsync());
        waits.ShouldHaveSingleItem().Key.ShouldBe("open-concern");
        var head = await Visitor.SignedInAsync(world, cast["head"]);
        (await head.GetAsync("/desk?group=new")).Body.ShouldContain(filled.Reference.ToString());
        (await (await Visitor.SignedInAsync(world, cast["teacher2"])).GetAsync("/incidents/" + filled.Reference)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Letters_WaitingForSomebodyNamedLater_AreWithdrawn()
    {
        var (cast, situation, record, _) = await HappenedAsync();
        await world.SendLettersAsync();
        await PostAsync(cast, record, "dsl", "head");

        await situation.NameLaterAsync(record, ["dsl"]);
        while (await world.SendLettersAsync() > 0)
        {
        }

        var letters = await world.DoAsync(services => services.GetRequiredService<Store>().Set<OutboxLetter>().AsNoTracking().Where(letter => letter.RecordId == record).ToListAsync());
        letters.Count(letter => letter.ToIdentity == cast["dsl"].IdentityId && letter.WithdrawnAt != null).ShouldBe(1);
        // The record lies with the head now, whose letter goes out.
        letters.Where(letter => letter.ToIdentity == cast["head"].IdentityId).ShouldHaveSingleItem().SentAt.ShouldNotBeNull();
        letters.ShouldAllBe(letter => letter.SentAt != null || letter.WithdrawnAt != null);
    }

    [Fact]
    public async Task HomeAndDesk_OfSomebodyNamedLater_AreAsIfTheRecordHadNeverBeen()
    {
        var cast = await Cast.GatherAsync(world);
        var handler = await Visitor.SignedInAsync(world, cast["deputy1"]);
        var (home, desk) = (await handler.GetAsync("/home"), await handler.GetAsync("/desk"));
        var situation = new Situation(world, cast);
        var record = await situation.HappenAsync(AboutPupils);
        var between = await handler.GetAsync("/desk");

        await situation.NameLaterAsync(record, ["deputy1"]);

        between.Plain().ShouldNotBe(desk.Plain());
        (await handler.GetAsync("/home")).Plain().ShouldBe(home.Plain());
        (await handler.GetAsync("/desk")).Plain().ShouldBe(desk.Plain());
    }

    private async Task<(Cast Cast, Situation Situation, Guid Record, FilledRecord Filled)> HappenedAsync()
    {
        var cast = await Cast.GatherAsync(world);
        var situation = new Situation(world, cast);
        var record = await situation.HappenAsync(AboutPupils);
        return (cast, situation, record, await FilledRecord.FillAsync(world, record, cast["teacher2"].IdentityId));
    }

    private Task PostAsync(Cast cast, Guid record, params string[] parts) => world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        foreach (var part in parts) store.Post(new Letter(cast.School, cast[part].IdentityId, new RecordRef(Incident.Kind, record), LetterUrgency.Routine), world.Clock.GetUtcNow());
        await store.CommitAsync(Deed.OfSystem(cast.School, "Test", world.Clock.GetUtcNow()), new ConcernOpened(new RecordRef(Incident.Kind, record)), CancellationToken.None);
    });
}
