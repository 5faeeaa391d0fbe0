using System.Net;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Tests.House;

public sealed class WayInTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task SignIn_WithPassword_LeadsHome()
    {
        var school = await world.SchoolAsync();
        var teacher = await world.PersonAsync(school, "Priya Nandakumar", PersonKind.Staff, Role.Teacher);

        var browser = await world.SignedInAsync(teacher);

        (await browser.GetAsync("/home")).Heading.ShouldBe("What waits for you");
    }

    [Fact]
    public async Task SignIn_WithWrongPassword_SaysTheSameAsForAnUnknownAddress()
    {
        var school = await world.SchoolAsync();
        var teacher = await world.PersonAsync(school, "Priya Nandakumar", PersonKind.Staff, Role.Teacher);

        var wrong = await (await world.Stranger().GetAsync("/sign-in")).SubmitAsync(form => form.Set("Email", teacher.Email).Set("Password", "not this one at all"));
        var unknown = await (await world.Stranger().GetAsync("/sign-in")).SubmitAsync(form => form.Set("Email", "nobody@school.example.org").Set("Password", "not this one at all"));

        wrong.Errors.ShouldHaveSingleItem();
        wrong.Errors.ShouldBe(unknown.Errors);
        wrong.Status.ShouldBe(unknown.Status);
    }

    [Fact]
    public async Task Session_LeftAlone_EndsAndLeadsToSignIn()
    {
        var school = await world.SchoolAsync();
        var teacher = await world.PersonAsync(school, "Owen Tresize", PersonKind.Staff, Role.Teacher);
        var browser = await world.SignedInAsync(teacher);

        world.Clock.PassMinutes(21);

        (await browser.GetAsync("/home")).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task PageThatIsNotThere_SaysSoWithNumbersToRing()
    {
        var page = await world.Stranger().GetAsync("/nothing/here");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("Page not found");
        page.Html.ShouldContain("999");
    }
}
