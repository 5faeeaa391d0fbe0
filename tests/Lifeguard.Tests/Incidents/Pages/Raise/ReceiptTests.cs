using System.Net;
using Lifeguard.Incidents.Contracts;
using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Pages.Raise;

public sealed class ReceiptTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Receipt_IsForItsAuthorAlone()
    {
        var school = await world.StaffedSchoolAsync();
        var receipt = await SendAsync(school);

        var lead = await (await world.SignedInAsync(school.Lead)).GetAsync(receipt.Path);
        var stranger = await world.Stranger().GetAsync(receipt.Path);
        var nothing = await world.Stranger().GetAsync("/receipts/" + RandomReference.New());

        lead.Status.ShouldBe(HttpStatusCode.NotFound);
        stranger.Path.ShouldBe("/sign-in");
        nothing.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Receipt_TellsHowFarItIs_AndNothingElse()
    {
        var school = await world.StaffedSchoolAsync();
        var receipt = await SendAsync(school);
        var browser = await world.SignedInAsync(school.Teacher);

        await OpenAsync(school.Id);
        var later = await browser.GetAsync(receipt.Path);

        receipt.Heading.ShouldBe("Received");
        later.Heading.ShouldBe("Being worked on");
        later.Text.ShouldNotContain("message");
        later.Text.ShouldNotContain("Okonjo");
        (await browser.GetAsync("/receipts")).Text.ShouldContain("Being worked on");
    }

    [Fact]
    public async Task Receipt_OfSomebodyWhoNamedThemselves_StaysAsItWas()
    {
        var school = await world.StaffedSchoolAsync();
        var browser = await world.SignedInAsync(school.Teacher);
        var who = await (await browser.StartAsync()).AddFromListAsync("Nandakumar", Part.SaidToHaveDoneIt);
        var receipt = await (await (await who.ContinueAsync()).TellAsync()).SubmitAsync(button: "Send");

        await OpenAsync(school.Id);

        (await browser.GetAsync(receipt.Path)).Heading.ShouldBe("Received");
    }

    [Fact]
    public async Task Receipt_OutOfHours_SaysWhenSomebodyReadsIt()
    {
        var school = await world.StaffedSchoolAsync();
        world.Clock.JumpTo(new DateTimeOffset(2026, 11, 20, 19, 30, 0, TimeSpan.Zero));

        var receipt = await SendAsync(school);
        world.Clock.JumpTo(new DateTimeOffset(2026, 11, 17, 10, 20, 0, TimeSpan.Zero));

        receipt.Text.ShouldContain("nobody reads this before Monday 23 November 2026, 8:00am");
    }

    private async Task<PageSeen> SendAsync(School school)
    {
        var browser = await world.SignedInAsync(school.Teacher);
        var readers = await (await browser.StartAsync()).ContinueAsync(form => form.Set("Nobody", "true"));
        return await (await readers.TellAsync()).SubmitAsync(button: "Send");
    }

    private Task OpenAsync(Guid school) => world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var incident = await store.Set<Incident>().FirstAsync(one => one.Org == school);
        incident.Open(world.Clock.GetUtcNow());
        (await store.CommitAsync(Deed.OfSystem(school, "Test", world.Clock.GetUtcNow()), new ConcernOpened(incident.Ref), CancellationToken.None)).IsDone.ShouldBeTrue();
    });
}
