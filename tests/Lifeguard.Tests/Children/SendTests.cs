using System.Globalization;
using System.Net;
using System.Text;
using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Sending;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Children;

/// <summary>The file goes to the next school, and the next school says that it has it.</summary>
public sealed class SendTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-270")]
    public async Task File_GoesSealedWithAPassphrase_AndItsReceiptEndsTheClock()
    {
        var scene = await SetAsync();
        var pupil = await world.PersonAsync(scene.Cast["other-dsl"].Org, "Chloe Ingram", PersonKind.Pupil);
        var made = await MakeAsync(scene);
        var passphrase = made.Document.QuerySelector("code")!.TextContent;
        (await (await scene.AsAsync("deputy2")).GetAsync("/home")).Text.ShouldContain("A child's file was sent, and nobody has confirmed it: due 24 November 2026");
        var package = await PackageAsync(scene);
        Encoding.UTF8.GetString(package).ShouldNotContain("Ingram");

        var receiver = await scene.AsAsync("other-dsl");
        var opened = await OpenAsync(receiver, package, passphrase.ToUpperInvariant().Replace('-', ' '));
        opened.Text.ShouldContain("She told her tutor.");
        var taken = await opened.SubmitAsync(form => form.Set("Pupil", pupil.PersonId.ToString()), "Take it in");
        taken.Text.ShouldContain("Taken in");
        var receipt = taken.Document.QuerySelector(".govuk-panel strong")!.TextContent;
        var file = await (await (await receiver.GetAsync("/children")).FollowAsync("Chloe Ingram")).FollowAsync("Chronology");
        file.Text.ShouldContain("From Tarrowby High School, taken in on 17 November 2026, by Olive Dorset");
        file.Text.ShouldContain("She told her tutor.");
        file.Text.ShouldContain("What the sending school had on file about the child");

        var send = await scene.OpenAsync("dsl", "/send");
        (await send.SubmitAsync(form => form.Set("Code", "0000-0000"), "Record the receipt")).Errors.ShouldHaveSingleItem().ShouldStartWith("This is not the receipt code");
        (await send.SubmitAsync(form => form.Set("Code", receipt.ToUpperInvariant()), "Record the receipt")).Text.ShouldContain("Received");
        (await (await scene.AsAsync("deputy2")).GetAsync("/home")).Text.ShouldNotContain("A child's file");
        var transfer = (await scene.RowsAsync<FileTransfer>()).Single(one => one.FileId == scene.File.Id);
        (transfer.State, transfer.Package).ShouldBe((TransferState.Received, null));
        (await scene.OpenAsync("dsl", "/send")).Text.ShouldContain("Secure e-mail, dsl@larkhollow.example.org. Sealed with a passphrase");
        (await scene.JournalAsync("DutySettled")).ShouldHaveSingleItem();
        (await scene.JournalAsync("FilePackageMade")).Single().Payload!.ShouldContain(transfer.PackageSum!);
    }

    [Fact]
    public async Task File_GoesToTheKeyOfASchoolOfTheHouse_WithoutAPassphrase()
    {
        var scene = await SetAsync();
        var receiver = await scene.AsAsync("other-dsl");
        await (await receiver.GetAsync("/children/received")).SubmitAsync(button: "Make the key");

        var made = await MakeAsync(scene, form => form.Set("Inside", scene.Cast["other-dsl"].Org.ToString()).Set("School", ""));

        made.Text.ShouldContain("It opens with the key of Larkhollow Primary School alone");
        (await OpenAsync(receiver, await PackageAsync(scene), "")).Text.ShouldContain("She told her tutor.");
        var stranger = await scene.AsAsync("dsl");
        (await OpenAsync(stranger, await PackageAsync(scene), "")).Errors.ShouldHaveSingleItem().ShouldStartWith("The package does not open with a key of this school");
    }

    [Fact]
    public async Task TamperedPackage_IsRefusedInWords()
    {
        var scene = await SetAsync();
        var made = await MakeAsync(scene);
        var passphrase = made.Document.QuerySelector("code")!.TextContent;
        var package = await PackageAsync(scene);
        var receiver = await scene.AsAsync("other-dsl");

        package[^5] ^= 1;

        (await OpenAsync(receiver, package, passphrase)).Errors.ShouldHaveSingleItem().ShouldBe("The package does not open with this passphrase, or it was changed or cut on its way. Nothing was taken in. Ask the sending school to read the passphrase again.");
        (await OpenAsync(receiver, Encoding.UTF8.GetBytes("%PDF"), "")).Errors.ShouldHaveSingleItem().ShouldStartWith("This file is no sealed package");
        (await scene.RowsAsync<ReceivedFile>()).ShouldNotContain(one => one.Org == scene.Cast["other-dsl"].Org);
    }

    [Fact]
    public async Task Package_IsTakenInOnce()
    {
        var scene = await SetAsync();
        var pupil = await world.PersonAsync(scene.Cast["other-dsl"].Org, "Chloe Ingram", PersonKind.Pupil);
        var passphrase = (await MakeAsync(scene)).Document.QuerySelector("code")!.TextContent;
        var package = await PackageAsync(scene);
        var receiver = await scene.AsAsync("other-dsl");
        await (await OpenAsync(receiver, package, passphrase)).SubmitAsync(form => form.Set("Pupil", pupil.PersonId.ToString()), "Take it in");

        (await OpenAsync(receiver, package, passphrase)).Errors.ShouldBe(["This package was taken in already. Its entries stand on the child's file."]);
    }

    [Fact]
    public async Task OtherChildren_AreReplaced_AndWhatIsAboutAdultsNeverGoes()
    {
        var scene = await SetAsync();
        var adult = (await scene.RowsAsync<ChildEntry>()).Single(entry => entry.FileId == scene.File.Id && entry.AboutAnAdult).Id;
        var choose = await BeginAsync(scene);
        choose.Html.ShouldNotContain(adult.ToString());

        // Sent all the same, by somebody who knows the key.
        var look = await choose.SubmitAsync(form => Fill(form).Tick("Entries", adult.ToString()), "Look at it before it is sealed");

        look.Heading.ShouldBe("What the next school would read");
        look.Text.ShouldContain("She and [another child] fell out with [another child].");
        look.Text.ShouldNotContain("Polly");
        look.Text.ShouldNotContain("Pavel");
        look.Text.ShouldNotContain("shouted");
        (await look.SubmitAsync(button: "Seal the package")).Errors.ShouldBe(["Read every line, then tick that you have"]);
    }

    [Fact]
    public async Task Record_GoesWithOtherNamesReplaced_IsARead_AndAnAllegationIsNotOffered()
    {
        var work = await WorkScene.SetAsync(world);
        var scene = new FileScene(world, work.Desk.Cast, await FileScene.BegunAsync(world, work.Desk.Cast["child"]));
        await work.Desk.RaiseAsync("About a teacher", false, work.Desk.Pupil(), new(work.Desk.Cast["teacher2"].PersonId, "Terence Ashby", Lifeguard.Incidents.Model.NamedAs.AdultHere, Lifeguard.Incidents.Model.Part.SaidToHaveDoneIt));
        var choose = await BeginAsync(scene);
        choose.Document.QuerySelectorAll("input[name=Records]").Select(box => box.GetAttribute("value")).ShouldContain(work.Record.Id.ToString());
        choose.Text.ShouldNotContain("Allegation");

        var look = await choose.SubmitAsync(form => Fill(form).Tick("Records", work.Record.Id.ToString()), "Look at it before it is sealed");

        look.Text.ShouldContain($"Incident {work.Record.Reference.Short}");
        look.Text.ShouldContain("A message went round");
        look.Text.ShouldNotContain("Polly Upwood");
        (await (await scene.AsAsync("dsl")).GetAsync($"/incidents/{work.Record.Reference}/readings")).Text.ShouldContain("Exported it");
    }

    [Fact]
    public async Task PupilWhoLeavesTheRoster_StartsTheClock_AndTheTeamIsTold_ButNotTheDeputyWhoIsTheParent()
    {
        var scene = await SetAsync();
        await world.RelateAsync(scene.Cast["deputy1"], scene.Cast["child"], RelationKind.ParentOf);

        await LeaveAsync(scene.Cast["child"], scene.Cast["pupil"]);

        (await (await scene.AsAsync("dsl")).GetAsync("/home")).Text.ShouldContain("Send a child's file to the next school by 24 November 2026");
        (await (await scene.AsAsync("deputy1")).GetAsync("/home")).Text.ShouldNotContain("child's file to the next");
        var letters = (await scene.RowsAsync<OutboxLetter>()).Where(letter => letter.RecordId == scene.File.Id).Select(letter => letter.ToIdentity).ToList();
        letters.ShouldContain(scene.Cast["dsl"].IdentityId);
        letters.ShouldContain(scene.Cast["deputy2"].IdentityId);
        letters.ShouldNotContain(scene.Cast["deputy1"].IdentityId);
        (await scene.RowsAsync<FileTransfer>()).Count(one => one.Org == scene.Cast.School).ShouldBe(1, "the other leaver has nothing on file");
    }

    [Fact]
    public async Task LeaverWithARecordAlone_HasAFileToSend_UnlessSomebodyOfTheTeamMustNotKnowOfIt()
    {
        var work = await WorkScene.SetAsync(world);
        var cast = work.Desk.Cast;
        await work.Desk.RaiseAsync("About the deputy's child", false, new(cast["pupil2"].PersonId, "Pavel Underhill", Lifeguard.Incidents.Model.NamedAs.Pupil, Lifeguard.Incidents.Model.Part.Harmed),
            new(cast["deputy1"].PersonId, "Devika Upton", Lifeguard.Incidents.Model.NamedAs.AdultHere, Lifeguard.Incidents.Model.Part.SaidToHaveDoneIt));

        await LeaveAsync(cast["child"], cast["pupil2"]);

        var files = await world.DoAsync(services => services.GetRequiredService<Store>().Set<ChildFile>().Where(file => file.Org == cast.School).Select(file => file.PersonId).ToListAsync());
        files.ShouldBe([cast["child"].PersonId]);
    }

    [Fact]
    public async Task NothingToSend_IsRecordedWithItsReason()
    {
        var scene = await SetAsync();
        await (await scene.OpenAsync("dsl", "/send")).SubmitAsync(button: "Begin");

        var after = await (await scene.OpenAsync("dsl", "/send")).SubmitAsync(form => form.Set("Because", "The roster was wrong"), "Nothing is sent");

        after.Text.ShouldContain("The roster was wrong");
        (await (await scene.AsAsync("dsl")).GetAsync("/home")).Text.ShouldNotContain("Send a child's file");
    }

    [Theory]
    [InlineData("2026-11-17", "2026-11-24")]
    [InlineData("2026-12-16", "2027-01-07")]
    [InlineData("2026-12-18", "2027-01-11")]
    [InlineData("2026-10-21", "2026-11-04")]
    [InlineData("2026-11-14", "2026-11-20")]
    public async Task FiveSchoolDays_AreCountedOverHolidays(string left, string due)
    {
        var school = await world.SchoolAsync();
        await world.DoAsync(async services => (await services.GetRequiredService<ITermDates>().ReplaceAsync(
            [
                new TermPeriod(TermPeriodKind.Open, "Autumn", new DateOnly(2026, 9, 3), new DateOnly(2026, 12, 18)),
                new TermPeriod(TermPeriodKind.Closed, "Half-term", new DateOnly(2026, 10, 26), new DateOnly(2026, 10, 30)),
                new TermPeriod(TermPeriodKind.Open, "Spring", new DateOnly(2027, 1, 5), new DateOnly(2027, 3, 25)),
            ], Deed.OfSystem(school, "Test", world.Clock.GetUtcNow()), CancellationToken.None)).IsDone.ShouldBeTrue());

        var calendar = await world.DoAsync(services => services.GetRequiredService<IWorkingTime>().ForAsync(school, CancellationToken.None));

        UkTime.DateOf(StartTransfer.DueAfter(calendar, Day(left))).ShouldBe(Day(due));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A file with a fact, an entry that names others, and one about an adult.</summary>
    private async Task<FileScene> SetAsync()
    {
        var scene = await FileScene.SetAsync(world);
        await scene.EnterAsync(FactKind.Status, form => form.Set("Key", "child-in-need"));
        var lead = await scene.AsAsync("deputy2");
        var chosen = await (await lead.GetAsync("/children/imports/new")).SendFileAsync(lead, "Chosen", "cpoms.csv", Encoding.UTF8.GetBytes(
            "Student,Date,Category,Incident,Linked students\nChloe Ingram,2025-03-14,Online safety,She told her tutor.,\nChloe Ingram,2025-03-15,Friends,She and Polly fell out with Pavel Underhill.,Polly Upwood\n"
            + "Chloe Ingram,2025-03-16,Staff concern,Mr Ashby shouted.,\n"), ("Source", "CPOMS"));
        await RunImportsAsync();
        await (await lead.GetAsync(chosen.Path)).SubmitAsync(form => form.Set("Answers", $"1:{scene.Cast["child"].PersonId}"), "Take them in");
        await RunImportsAsync();
        return scene;
    }

    private Task RunImportsAsync() => world.DoAsync(async services =>
    {
        while (await services.GetRequiredService<IChronologyImports>().RunNextAsync(CancellationToken.None))
        {
        }
    });

    private static async Task<PageSeen> BeginAsync(FileScene scene) =>
        await (await (await scene.OpenAsync("dsl", "/send")).SubmitAsync(button: "Begin")).FollowAsync("Choose the school and what goes");

    private static FormFilled Fill(FormFilled form) => form.Set("School", "Larkhollow Primary School").Set("Recipient", "Olive Dorset").Set("Route", "SecureMail").Set("RouteAddress", "dsl@larkhollow.example.org")
        .Set("ConfirmedHow", "Rang the office").Set("SealedWith", "passphrase").Set("Reason", "She starts there on Monday");

    private static async Task<PageSeen> MakeAsync(FileScene scene, Action<FormFilled>? also = null)
    {
        var look = await (await BeginAsync(scene)).SubmitAsync(form =>
        {
            Fill(form);
            also?.Invoke(form);
        }, "Look at it before it is sealed");
        look.Heading.ShouldBe("What the next school would read", string.Join("; ", look.Errors) + look.Text);
        var made = await look.SubmitAsync(form => form.Set("HasRead", "true"), "Seal the package");
        made.Path.ShouldBe(scene.Page + "/send", string.Join("; ", made.Errors));
        return made;
    }

    private async Task<byte[]> PackageAsync(FileScene scene)
    {
        var client = await world.SignedInClientAsync(scene.Cast["dsl"]);
        var response = await client.GetAsync(scene.Page + "/send/package");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("file.age");
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<PageSeen> OpenAsync(Browser browser, byte[] package, string passphrase) =>
        await (await browser.GetAsync("/children/received")).SendFileAsync(browser, "Chosen", "file.age", package, ("Passphrase", passphrase));

    private Task LeaveAsync(params Someone[] pupils) => world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var ids = pupils.Select(one => one.PersonId).ToList();
        await using var work = await store.BeginAsync(CancellationToken.None);
        foreach (var person in await store.Set<Person>().Where(one => ids.Contains(one.Id)).ToListAsync()) person.End(UkTime.DateOf(world.Clock.GetUtcNow()));
        await store.SaveChangesAsync(CancellationToken.None);
        var news = new PeopleLeft(new RecordRef("organisation", pupils[0].Org), [.. pupils.Select(one => one.IdentityId)]);
        (await store.CommitAsync(Deed.OfSystem(pupils[0].Org, "Roster", world.Clock.GetUtcNow()), news, CancellationToken.None)).IsDone.ShouldBeTrue();
    });
}
