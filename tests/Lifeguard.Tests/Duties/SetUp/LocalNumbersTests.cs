using System.Net;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Duties.SetUp;

/// <summary>Somebody enters whom the school rings, and whoever reports is shown it the next moment.</summary>
public sealed class LocalNumbersTests(World world) : IClassFixture<World>
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 17, 19, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("administrator")]
    [InlineData("dsl")]
    [InlineData("trust-dsl")]
    public async Task Added_IsShownToWhoeverReports_OnceAndJournalled(string part)
    {
        var cast = await Cast.GatherAsync(world);
        var page = await (await world.SignedInAsync(cast[part])).GetAsync($"/local-numbers?place={cast.School}");

        await AddAsync(page, "social-care", "Front door for children", "01632 960 111", "");
        var after = await AddAsync(page, "social-care", "Front door for children", "01632 960 111", "");

        after.Path.ShouldBe("/local-numbers");
        (await OwnAsync(cast.School)).ShouldHaveSingleItem().Card.VerifiedOn.ShouldBe(new DateOnly(2026, 11, 17));
        (await ActsAsync(cast.School, nameof(AgencyKept))).ShouldBe(1);

        // Out of hours the first page of a report says whom to ring.
        var evening = await AtAsync(Evening, async () => await (await world.SignedInAsync(cast["teacher"])).GetAsync("/report"));
        evening.Text.ShouldContain("01632 960 111");
    }

    [Fact]
    public async Task Number_IsUncheckedAgainWhenItChanges_AndTakenOutOnce()
    {
        var cast = await Cast.GatherAsync(world);
        var browser = await world.SignedInAsync(cast["administrator"]);
        await AddAsync(await browser.GetAsync($"/local-numbers?place={cast.School}"), "lado", "The designated officer", "01632 960 222", "Mon-Fri 09:00-17:00");
        var entry = (await OwnAsync(cast.School)).Single();

        var form = await browser.GetAsync($"/local-numbers?place={cast.School}&change={entry.Id}");
        await form.SubmitAsync(fields => fields.Set("Telephone", "01632 960 223"), "Keep the change");
        var changed = (await OwnAsync(cast.School)).Single();
        var list = await browser.GetAsync($"/local-numbers?place={cast.School}");
        await list.SubmitAsync(button: "Take out: The designated officer");
        await list.SubmitAsync(button: "Take out: The designated officer");

        changed.Id.ShouldBe(entry.Id);
        changed.Card.Telephone.ShouldBe("01632 960 223");
        changed.Card.VerifiedOn.ShouldBeNull();
        list.Text.ShouldContain("Open now");
        (await OwnAsync(cast.School)).ShouldBeEmpty();
        (await ActsAsync(cast.School, nameof(AgencyTakenOut))).ShouldBe(1);
    }

    [Fact]
    public async Task HomePage_AsksUntilTheNeededNumbersAreThere_AndAgainAYearAfterTheLastCheck()
    {
        var cast = await Cast.GatherAsync(world);
        var browser = await world.SignedInAsync(cast["administrator"]);
        (await browser.GetAsync("/home")).Text.ShouldContain("Enter the numbers of social care");

        var page = await browser.GetAsync($"/local-numbers?place={cast.School}");
        await AddAsync(page, "social-care", "Front door for children", "01632 960 111", "");
        await AddAsync(page, "social-care-out-of-hours", "Emergency duty team", "01632 960 112", "");
        await AddAsync(page, "lado", "The designated officer", "01632 960 222", "");
        (await browser.GetAsync("/home")).Text.ShouldNotContain("local numbers: nobody has said");

        var later = (await AtAsync(Evening.AddDays(366), async () => await (await world.SignedInAsync(cast["administrator"])).GetAsync("/home"))).Text;

        later.ShouldContain("Check the local numbers");
        later.ShouldNotContain("Enter the numbers of social care");
    }

    [Fact]
    public async Task WhatCannotBe_IsSaid_AndNothingIsKept()
    {
        var cast = await Cast.GatherAsync(world);
        var page = await (await world.SignedInAsync(cast["administrator"])).GetAsync($"/local-numbers?place={cast.School}");

        var wrong = await page.SubmitAsync(form => form.Set("Kind", "lado").Set("Telephone", "ask the office").Set("Email", "nobody").Set("Hours", "when it suits"), "Add the number");

        wrong.Errors.Count.ShouldBe(4);
        wrong.Errors.ShouldContain("Enter the name under which it answers");
        wrong.Errors.ShouldContain("Enter a telephone number, such as 01632 960001");
        (await OwnAsync(cast.School)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("technician")]
    public async Task ForAnybodyElse_OrAnotherSchool_ThePageIsNotThere(string part)
    {
        var (cast, other) = (await Cast.GatherAsync(world), await Cast.GatherAsync(world));
        await AddAsync(await (await world.SignedInAsync(other["dsl"])).GetAsync("/local-numbers"), "lado", "The designated officer", "01632 960 222", "");
        var theirs = (await OwnAsync(other.School)).Single();

        (await (await world.SignedInAsync(cast[part])).GetAsync("/local-numbers")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await world.SignedInAsync(cast["dsl"])).GetAsync($"/local-numbers?place={other.School}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await world.SignedInAsync(cast["dsl"])).GetAsync($"/local-numbers?change={theirs.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<PageSeen> AtAsync(DateTimeOffset then, Func<Task<PageSeen>> look)
    {
        var now = world.Clock.GetUtcNow();
        world.Clock.JumpTo(then);
        try
        {
            return await look();
        }
        finally
        {
            world.Clock.JumpTo(now);
        }
    }

    private static Task<PageSeen> AddAsync(PageSeen page, string kind, string name, string telephone, string hours) => page.SubmitAsync(
        form => form.Set("Kind", kind).Set("Name", name).Set("Telephone", telephone).Set("Hours", hours).Set("Checked", "true"), "Add the number");

    private Task<IReadOnlyList<AgencyEntry>> OwnAsync(Guid place) => world.DoAsync(services => services.GetRequiredService<IAgencyBook>().OwnAsync(place, CancellationToken.None));

    private Task<int> ActsAsync(Guid school, string act) =>
        world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().CountAsync(row => row.RecordId == school && row.Act == act));
}
