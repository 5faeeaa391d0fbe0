using Lifeguard.Custody.Model;
using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Custody;

/// <summary>A teacher takes a phone and gives it back; the register shows what is overdue.</summary>
public sealed class ConfiscationTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-199"), Requirement("A-166")]
    public async Task Teacher_WritesItDown_DueAtTheEndOfTheSchoolDay_AndItWaitsOnHerHomePage()
    {
        var scene = await CustodyScene.SetAsync(world);

        var thing = await TakeAsync(scene);

        thing.Text.ShouldContain("17 November 2026");
        thing.Text.ShouldContain("Not told yet");
        var home = await scene.OpenAsync("teacher", "/home");
        home.Text.ShouldContain("A confiscated thing is due back at");
        home.Text.ShouldNotContain("Polly");
        (await scene.OpenAsync("teacher2", "/home")).Text.ShouldNotContain("due back at");
        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("teacher2", thing.Path));
        (await scene.OpenAsync("dsl", "/custody/register")).Text.ShouldContain("Polly Upwood");
    }

    [Fact]
    [Requirement("B-233")]
    public async Task Teacher_GivesItToAParent_WithTheNameOfWhoReceivedIt_Once()
    {
        var scene = await CustodyScene.SetAsync(world);
        var thing = await TakeAsync(scene);

        (await thing.SubmitAsync(form => form.Set("ToParent", "true"), "It is given back")).Errors.ShouldBe(["Type the name of whoever received it"]);
        var back = await thing.SubmitAsync(form => form.Set("ToParent", "true").Set("ReceivedBy", "Pamela Arden"), "It is given back");
        var again = await thing.SubmitAsync(form => form.Set("ToParent", "false").Set("ReceivedBy", "Somebody else"), "It is given back");

        back.Text.ShouldContain("received by Pamela Arden. Given by Tamsin Earle");
        again.Text.ShouldContain("It was given back or went into custody already");
        (await scene.OpenAsync("teacher", "/home")).Text.ShouldNotContain("due back at");
    }

    [Fact]
    public async Task OverdueThing_StandsInTheRegister_AndTheOfficeGivesBackWhatItKeeps()
    {
        var scene = await CustodyScene.SetAsync(world);
        var office = await world.PersonAsync(scene.Cast.School, "Oona Whitlow", Lifeguard.Organisation.Contracts.PersonKind.Staff, Lifeguard.Organisation.Contracts.Role.OfficeStaff);
        await TakeAsync(scene, form => form.Set("AtOffice", "true").Set("DueAt", "11:00"));
        world.Clock.Pass(TimeSpan.FromHours(2));

        var home = await (await world.SignedInAsync(office)).GetAsync("/home");
        var register = await scene.OpenAsync("head", "/custody/register");

        home.Text.ShouldContain("A confiscated thing was due back today, 11:00am");
        register.Text.ShouldContain("Confiscated and overdue: 1");
    }

    [Fact]
    public async Task Teacher_BringsItToTheOffice_WhichGivesItBack_AndWhereItWasStaysReadable()
    {
        var scene = await CustodyScene.SetAsync(world);
        var office = await world.SignedInAsync(await world.PersonAsync(scene.Cast.School, "Oona Whitlow", Lifeguard.Organisation.Contracts.PersonKind.Staff, Lifeguard.Organisation.Contracts.Role.OfficeStaff));
        var thing = await TakeAsync(scene);
        CustodyScene.ShouldNotBeThere(await office.GetAsync(thing.Path));

        (await thing.SubmitAsync(button: "It is kept there now")).Errors.ShouldBe(["Say where it is kept now"]);
        var moved = await thing.SubmitAsync(form => form.Set("NowKept", "Safe of the office").Tick("AtOffice", "true"), "It is kept there now");

        moved.Text.ShouldContain("Safe of the office. The office gives it back");
        moved.Text.ShouldContain("Before: Drawer of room 12");
        var back = await (await office.GetAsync(thing.Path)).SubmitAsync(form => form.Set("ToParent", "true").Set("ReceivedBy", "Pamela Arden"), "It is given back");
        back.Text.ShouldContain("Given by Oona Whitlow");
        (await thing.SubmitAsync(form => form.Set("NowKept", "Drawer"), "It is kept there now")).Text.ShouldContain("It was given back or went into custody already");
    }

    [Fact]
    public async Task FormSentTwice_IsOneThing()
    {
        var scene = await CustodyScene.SetAsync(world);
        var form = await scene.OpenAsync("teacher", "/confiscations/new");

        var one = await form.SubmitAsync(Fill, "Write it down");
        var other = await form.SubmitAsync(Fill, "Write it down");

        other.Path.ShouldBe(one.Path);
        (await scene.JournalAsync("ThingConfiscated")).ShouldHaveSingleItem();
    }

    private static void Fill(FormFilled form) => form.Set("What", "Phone, blue case").Set("Pupil", "Polly Upwood").Set("Reason", "disturbed-a-lesson").Set("KeptWhere", "Drawer of room 12");

    private static async Task<PageSeen> TakeAsync(CustodyScene scene, Action<FormFilled>? also = null)
    {
        var after = await (await scene.OpenAsync("teacher", "/confiscations/new")).SubmitAsync(form =>
        {
            Fill(form);
            also?.Invoke(form);
        }, "Write it down");
        after.Heading.ShouldBe("A confiscated thing", string.Join("; ", after.Errors));
        return after;
    }
}
