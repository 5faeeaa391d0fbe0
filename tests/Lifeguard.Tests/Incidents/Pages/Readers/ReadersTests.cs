using System.Net;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Tests.Incidents.Pages.Readers;

public sealed class ReadersTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Add_ByTheDesk_LetsThemReadAndTellsThem()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        var page = await JoinAsync(dsl, record, "senco");

        page.Text.ShouldContain("Sarah Entwistle Added by name");
        (await (await record.AsAsync("senco")).GetAsync(record.Page)).Text.ShouldContain(RecordCase.Story);
        var told = await record.InStoreAsync((store, incident) => store.Set<OutboxLetter>().Where(one => one.RecordId == incident.Id).Select(one => one.ToIdentity).ToListAsync());
        told.ShouldContain(record.Cast["senco"].IdentityId);
    }

    [Fact]
    public async Task Search_ForSomebodyKeptFromIt_OffersThemNoMoreThanAStranger()
    {
        var record = await RecordCase.RaiseAsync(world, "teacher2");
        var head = await record.AsAsync("head");

        var kept = await SearchAsync(head, record, "Terence Ashby");
        var nobody = await SearchAsync(head, record, "Nobody Atall");

        kept.Document.QuerySelector(".lg-nothing")!.TextContent.ShouldBe(nobody.Document.QuerySelector(".lg-nothing")!.TextContent);
        kept.Document.QuerySelectorAll("[name=Person]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_SomebodyKeptFromItByAForgedForm_IsRefusedWithoutSayingWhy()
    {
        var record = await RecordCase.RaiseAsync(world, "teacher2");
        var head = await record.AsAsync("head");
        var found = await SearchAsync(head, record, "Sarah Entwistle");

        var page = await found.SubmitAsync(form => form.Set("Person", record.Cast["teacher2"].PersonId.ToString()), "Let them read it");

        page.Errors.ShouldBe(["Choose somebody who may read this record."]);
    }

    [Fact]
    public async Task Readers_BySomebodyJoinedByName_CannotAddOthers()
    {
        var record = await RecordCase.RaiseAsync(world);
        await JoinAsync(await record.AsAsync("dsl"), record, "senco");
        var senco = await record.AsAsync("senco");

        (await senco.GetAsync($"{record.Page}/readers")).Text.ShouldNotContain("Let somebody else read it");
    }

    [Fact]
    public async Task Part_ByThemselves_LeadsToTheNeutralPage()
    {
        var record = await RecordCase.RaiseAsync(world);
        await JoinAsync(await record.AsAsync("dsl"), record, "senco");
        var senco = await record.AsAsync("senco");

        var page = await (await senco.GetAsync($"{record.Page}/readers")).SubmitAsync();

        page.Path.ShouldBe("/no-longer-with-you");
        (await senco.GetAsync(record.Page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task HandOver_ToAReader_ChangesWhoItIsWith()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        await (await dsl.GetAsync(record.Page)).SubmitAsync(button: "Make it an incident");

        var page = await (await dsl.GetAsync($"{record.Page}/hand-over")).SubmitAsync(form => form.Set("To", record.Cast["deputy1"].IdentityId.ToString()));

        page.Text.ShouldContain("With Devika Upton.");
        page.Text.ShouldContain("Handed over to Devika Upton.");
    }

    [Fact]
    public async Task HandOver_BySomebodyJoinedWhoLeaves_LeadsToTheNeutralPage()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");
        await (await dsl.GetAsync(record.Page)).SubmitAsync(button: "Make it an incident");
        await JoinAsync(dsl, record, "senco");
        await (await dsl.GetAsync($"{record.Page}/hand-over")).SubmitAsync(form => form.Set("To", record.Cast["senco"].IdentityId.ToString()));
        var senco = await record.AsAsync("senco");

        var page = await (await senco.GetAsync($"{record.Page}/hand-over")).SubmitAsync(form => form
            .Set("To", record.Cast["dsl"].IdentityId.ToString()).Set("Leave", "true"));

        page.Path.ShouldBe("/no-longer-with-you");
        (await dsl.GetAsync(record.Page)).Text.ShouldContain("With Dalia Sandford.");
    }

    [Fact]
    public async Task Conflict_Declared_KeepsThemFromItAndShowsTheSamePage()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        var page = await (await dsl.GetAsync($"{record.Page}/conflict")).SubmitAsync();

        page.Path.ShouldBe("/no-longer-with-you");
        (await dsl.GetAsync(record.Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await record.AsAsync("deputy1")).GetAsync(record.Page)).Text.ShouldContain("Somebody said that they are too close");
    }

    [Fact]
    public async Task Welfare_WhatTheHeadLetsCross_ReachesTheTeamWithoutWhereFrom()
    {
        var record = await RecordCase.RaiseAsync(world, "teacher2");
        var welfare = await record.WelfareAsync();
        var head = await record.AsAsync("head");

        var page = await (await head.GetAsync($"{record.Page}/welfare")).SubmitAsync(form => form.Set("Text", "Keep her with a friend at lunch."));

        page.Text.ShouldContain("Keep her with a friend at lunch.");
        var cared = await (await record.AsAsync("dsl")).GetAsync(welfare.Page);
        cared.Text.ShouldContain("Passed on Keep her with a friend at lunch.");
        cared.Html.ShouldNotContain("Harriet");
    }

    [Fact]
    public async Task Welfare_OfAConcern_IsNotThere()
    {
        var record = await RecordCase.RaiseAsync(world);
        var dsl = await record.AsAsync("dsl");

        (await dsl.GetAsync($"{record.Page}/welfare")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Welfare_LookedAtByTheHead_LeavesNoReadingOnTheTeamsRecord()
    {
        var record = await RecordCase.RaiseAsync(world, "teacher2");
        var welfare = await record.WelfareAsync();
        var head = await record.AsAsync("head");

        await head.GetAsync($"{record.Page}/welfare");

        (await welfare.ActsAsync()).ShouldNotContain("RecordRead");
        (await record.ActsAsync()).ShouldContain("RecordRead");
    }

    private static async Task<PageSeen> SearchAsync(Browser desk, RecordCase record, string name) =>
        await (await desk.GetAsync($"{record.Page}/readers")).SubmitAsync(form => form.Set("Name", name), "Search");

    private static async Task<PageSeen> JoinAsync(Browser desk, RecordCase record, string part)
    {
        var found = await SearchAsync(desk, record, record.Cast[part].Name);
        return await found.SubmitAsync(form => form.Set("Person", record.Cast[part].PersonId.ToString()), "Let them read it");
    }
}
