using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Access.Pages;

public sealed class OwnSessionsTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Sessions_AreListed_AndEndOneByOneOrAllOthers()
    {
        var teacher = await TeacherAsync();
        var (here, there, elsewhere) = (await world.SignedInAsync(teacher), await world.SignedInAsync(teacher), await world.SignedInAsync(teacher));

        var page = await here.GetAsync("/account");
        page.Document.QuerySelectorAll(".lg-desk__item").Length.ShouldBe(3);
        page.Text.ShouldContain("Chrome on Linux (here)");
        var one = await page.SubmitAsync(button: page.Document.QuerySelector("form[action$='End'] button")!.TextContent.Trim());
        one.Document.QuerySelectorAll(".lg-desk__item").Length.ShouldBe(2);
        await one.SubmitAsync(button: "End all others");

        (await here.GetAsync("/home")).Path.ShouldBe("/home");
        (await there.GetAsync("/home")).Path.ShouldBe("/sign-in");
        (await elsewhere.GetAsync("/home")).Path.ShouldBe("/sign-in");
    }

    [Fact, Requirement("A-033")]
    public async Task SomebodyKnowsMyPassword_EndsEverything_AndTellsTechnicianAndLead()
    {
        var school = await world.SchoolAsync();
        var lead = await world.PersonAsync(school, "Rosalind Achterberg", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        var technician = await world.PersonAsync(school, "Idris Pennyfather", PersonKind.Staff, Role.Technician);
        var teacher = await world.PersonAsync(school, "Owen Tresize", PersonKind.Staff, Role.Teacher);
        var (here, there) = (await world.SignedInAsync(teacher), await world.SignedInAsync(teacher));

        var after = await (await here.GetAsync("/account")).SubmitAsync(button: "Somebody knows my password");
        await world.SendLettersAsync();

        after.Heading.ShouldBe("Your password is closed");
        (await there.GetAsync("/home")).Path.ShouldBe("/sign-in");
        (await world.Stranger().TypeAsync(teacher.Email)).Errors.ShouldHaveSingleItem();
        world.Post.Sent.Where(sent => sent.Urgency == LetterUrgency.Urgent).Select(sent => sent.To).ShouldBe([lead.Email, technician.Email], ignoreOrder: true);
        var home = await (await world.SignedInAsync(technician)).GetAsync("/home");
        home.Text.ShouldContain("A password may be known to somebody else");
        home.Text.ShouldNotContain("Tresize");
        (await home.FollowAsync("A password may be known")).Text.ShouldContain("Owen Tresize");
        (await (await world.SignedInAsync(teacher)).GetAsync("/closed-passwords")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ClosedPassword_IsSetAnew_WithACodeOfTheApp()
    {
        var school = await world.SchoolAsync();
        var lead = await world.PersonAsync(school, "Rosalind Achterberg", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        var browser = world.Stranger();
        await browser.TypeAsync(lead.Email);
        var phone = await browser.SetUpAppAsync(world.Clock.GetUtcNow());
        await (await browser.GetAsync("/account")).SubmitAsync(button: "Somebody knows my password");
        world.Clock.PassMinutes(1);

        var choose = await (await world.Stranger().TypeAsync(lead.Email)).SubmitAsync(form => form.Set("Code", phone.Code(world.Clock.GetUtcNow())), "Sign in");
        choose.Heading.ShouldBe("Choose a new password");
        var same = await choose.SubmitAsync(form => form.Set("NewPassword", Someone.Password), "Set the password and sign in");
        same.Errors.ShouldHaveSingleItem();
        (await same.SubmitAsync(form => form.Set("NewPassword", WaySteps.Good), "Set the password and sign in")).Path.ShouldBe("/home");

        (await world.Stranger().TypeAsync(lead.Email)).Errors.ShouldHaveSingleItem();
        (await world.Stranger().TypeAsync(lead.Email, WaySteps.Good)).Heading.ShouldContain("code from your authenticator app");
    }

    [Fact]
    public async Task RoleThatHasEnded_EndsTheSession()
    {
        var teacher = await TeacherAsync();
        var browser = await world.SignedInAsync(teacher);

        await world.DoAsync(async services => (await services.GetRequiredService<EndAppointment>()
            .RunAsync(teacher.PersonId, Role.Teacher, UkTime.DateOf(world.Clock.GetUtcNow()).AddDays(-1), Deed.OfSystem(teacher.Org, "Test", world.Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue());

        (await browser.GetAsync("/home")).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task PasswordSetAnew_EndsEveryOtherSession()
    {
        var teacher = await TeacherAsync();
        var (here, there) = (world.Stranger(), await world.SignedInAsync(teacher));
        await here.TypeAsync(teacher.Email);

        var wrong = await (await here.GetAsync("/account/password")).SubmitAsync(form => form.Set("CurrentPassword", "not this one at all").Set("NewPassword", WaySteps.Good));
        var done = await wrong.SubmitAsync(form => form.Set("CurrentPassword", Someone.Password).Set("NewPassword", WaySteps.Good));

        wrong.Errors.ShouldHaveSingleItem();
        done.Path.ShouldBe("/account");
        (await there.GetAsync("/home")).Path.ShouldBe("/sign-in");
        (await world.Stranger().TypeAsync(teacher.Email, WaySteps.Good)).Path.ShouldBe("/home");
    }

    [Fact]
    public async Task Lead_RestsForFifteenMinutes_TeacherForTwenty()
    {
        var school = await world.SchoolAsync();
        var lead = await world.PersonAsync(school, "Rosalind Achterberg", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        var teacher = await world.PersonAsync(school, "Owen Tresize", PersonKind.Staff, Role.Teacher);
        var (one, other) = (world.Stranger(), world.Stranger());
        await one.TypeAsync(lead.Email);
        await other.TypeAsync(teacher.Email);

        world.Clock.PassMinutes(15);

        (await one.GetAsync("/account")).Path.ShouldBe("/sign-in");
        (await other.GetAsync("/account")).Path.ShouldBe("/account");
    }

    private async Task<Someone> TeacherAsync() => await world.PersonAsync(await world.SchoolAsync(), "Owen Tresize", PersonKind.Staff, Role.Teacher);
}
