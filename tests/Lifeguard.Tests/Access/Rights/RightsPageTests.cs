using System.Net;
using Lifeguard.Access.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Access.Rights;

/// <summary>The head reads who holds which role and right, and says once a year that they have.</summary>
public sealed class RightsPageTests(World world) : IClassFixture<World>
{
    private const string Said = "I have looked through this list";

    [Theory]
    [InlineData("head")]
    [InlineData("chair")]
    public async Task Page_NamesEverybodyWithARole_WhatItAllows_AndWhoNeverCame(string part)
    {
        var cast = await Cast.GatherAsync(world);

        var page = await (await world.SignedInAsync(cast[part])).GetAsync("/rights");

        page.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()).ShouldContain("Dalia Sandford");
        page.Text.ShouldContain("safeguarding lead", Case.Insensitive);
        page.Text.ShouldContain("Work on records that lie on one's desk or were handed over by name");
        page.Text.ShouldContain("Nobody has said yet that they looked through this list.");
    }

    [Fact]
    public async Task Looked_IsJournalledOnce_AndTheHomePageAsksAgainAfterAYear()
    {
        var cast = await Cast.GatherAsync(world);
        var head = await world.SignedInAsync(cast["head"]);
        (await head.GetAsync("/home")).Text.ShouldContain("Look through who holds which role and right");

        var page = await head.GetAsync("/rights");
        var after = await page.SubmitAsync(button: Said);
        await page.SubmitAsync(button: Said);

        after.Text.ShouldContain("Last looked through on");
        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().CountAsync(row => row.RecordId == cast.School && row.Act == nameof(RolesReviewed)))).ShouldBe(1);
        (await head.GetAsync("/home")).Text.ShouldNotContain("Look through who holds");
        var now = world.Clock.GetUtcNow();
        world.Clock.JumpTo(now.AddYears(1));
        (await (await world.SignedInAsync(cast["head"])).GetAsync("/home")).Text.ShouldContain("a year has passed");
        world.Clock.JumpTo(now);
    }

    [Fact]
    public async Task RoleThatEnded_StandsThereNoMore_AtTheNextClick()
    {
        var cast = await Cast.GatherAsync(world);
        var head = await world.SignedInAsync(cast["head"]);
        (await head.GetAsync("/rights")).Text.ShouldContain("Devika Upton");

        await world.DoAsync(async services => (await services.GetRequiredService<EndAppointment>().RunAsync(
            cast["deputy1"].PersonId, Role.DeputySafeguardingLead, UkTime.DateOf(world.Clock.GetUtcNow()).AddDays(-1), Deed.OfSystem(cast.School, "Test", world.Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue());

        (await head.GetAsync("/rights")).Text.ShouldNotContain("Devika Upton");
    }

    [Theory]
    [InlineData("dsl")]
    [InlineData("teacher")]
    [InlineData("administrator")]
    public async Task ForAnybodyElse_OrAnotherSchool_ThePageIsNotThere(string part)
    {
        var (cast, other) = (await Cast.GatherAsync(world), await Cast.GatherAsync(world));

        (await (await world.SignedInAsync(cast[part])).GetAsync("/rights")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await world.SignedInAsync(cast["head"])).GetAsync($"/rights?place={other.School}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
