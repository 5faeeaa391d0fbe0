using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Access.Pages;

public sealed class LostPhoneTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task LostPhone_IsRecoveredByTwo_WithALinkThatIsShownAndNeverMailed()
    {
        var school = await world.SchoolAsync();
        var lead = await world.PersonAsync(school, "Rosalind Achterberg", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        var head = await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff, Role.Head);
        var administrator = await world.PersonAsync(school, "Ines Quarrie", PersonKind.Staff, Role.Administrator);
        var old = await world.SignedInAsync(lead);
        await AskAsync(lead.Email);
        await world.SendLettersAsync();

        var first = await ConfirmAsync(head);
        first.Text.ShouldContain("A second person must confirm it too");
        (await ConfirmAsync(head)).Text.ShouldContain("You have confirmed it");
        var second = await ConfirmAsync(administrator);
        second.Heading.ShouldBe("The link for them");
        var link = new Uri(second.Document.QuerySelector("strong.lg-words")!.TextContent.Trim()).AbsolutePath;
        var browser = world.Stranger();
        var (_, codes) = await (await browser.GetAsync(link)).WithAppAsync(world.Clock.GetUtcNow());

        codes.Heading.ShouldBe("Print these codes");
        (await browser.GetAsync("/desk")).Path.ShouldBe("/desk");
        (await old.GetAsync("/home")).Path.ShouldBe("/sign-in");
        (await world.Stranger().TypeAsync(lead.Email)).Errors.ShouldHaveSingleItem();
        (await world.Stranger().GetAsync(link)).Heading.ShouldBe("This link no longer opens anything");
        world.Post.Invitations.ShouldBeEmpty();
        world.Post.Sent.Select(sent => sent.To).ShouldContain(head.Email);
        world.Post.Sent.Select(sent => sent.To).ShouldContain(administrator.Email);
        world.Post.Sent.Select(sent => sent.To).ShouldNotContain(lead.Email);
        var row = await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().SingleAsync(one => one.Act == "AccountRecovered"));
        row.Payload.ShouldNotBeNull().ShouldContain("Ruth Okoro");
        row.Payload!.ShouldContain("Ines Quarrie");
    }

    [Fact]
    public async Task AddressThatNobodyHas_IsAnsweredTheSame()
    {
        var school = await world.SchoolAsync();
        var lead = await world.PersonAsync(school, "Rosalind Achterberg", PersonKind.Staff, Role.DesignatedSafeguardingLead);

        (await AskAsync(lead.Email)).Text.ShouldBe((await AskAsync("nobody@school.example.org")).Text);
    }

    [Fact]
    public async Task NobodySeesTheirOwnRequest_NorOneOfAnotherSchool()
    {
        var (ours, theirs) = (await world.SchoolAsync(), await world.SchoolAsync(name: "Larkhollow Primary School"));
        var head = await world.PersonAsync(ours, "Ruth Okoro", PersonKind.Staff, Role.Head);
        var other = await world.PersonAsync(theirs, "Hope Sandiford", PersonKind.Staff, Role.Head);
        await AskAsync(head.Email);

        (await (await world.SignedInAsync(head)).GetAsync("/lost-phones")).Text.ShouldContain("Nobody is waiting");
        (await (await world.SignedInAsync(other)).GetAsync("/lost-phones")).Text.ShouldContain("Nobody is waiting");
    }

    [Fact]
    public async Task Refused_ChangesNothing()
    {
        var school = await world.SchoolAsync();
        var teacher = await world.PersonAsync(school, "Owen Tresize", PersonKind.Staff, Role.Teacher);
        var head = await world.PersonAsync(school, "Ruth Okoro", PersonKind.Staff, Role.Head);
        await AskAsync(teacher.Email);

        var refused = await (await (await world.SignedInAsync(head)).GetAsync("/lost-phones")).SubmitAsync(button: "It was not they");

        refused.Text.ShouldContain("Nobody is waiting");
        (await world.Stranger().TypeAsync(teacher.Email)).Path.ShouldBe("/home");
    }

    private async Task<PageSeen> AskAsync(string email)
    {
        var page = await (await world.Stranger().GetAsync("/lost-phone")).SubmitAsync(form => form.Set("Email", email), "Ask to be let in again");
        page.Heading.ShouldBe("Now speak to two people");
        return page;
    }

    private async Task<PageSeen> ConfirmAsync(Someone someone)
    {
        var page = await (await world.SignedInAsync(someone)).GetAsync("/lost-phones");
        return page.Document.QuerySelectorAll("button").Any(one => one.TextContent.Trim() == "Confirm") ? await page.SubmitAsync(form => form.Tick("Spoken", "true"), "Confirm") : page;
    }
}
