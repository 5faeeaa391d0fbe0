using Lifeguard.Browser.Tests.House;
using Microsoft.Playwright;
using Npgsql;

namespace Lifeguard.Browser.Tests.Journeys;

/// <summary>
/// The office manager's morning with a real export of six schools: the wrong school stops; the right one is looked at and applied while
/// they go on working; a second time nothing changes. Then the administrator's people.
/// </summary>
[Collection(nameof(SecondSiteCollection))]
public sealed class RosterTests(Site site)
{
    private const string OfficeManager = "Office manager at Tarrowby High School";
    private const string Administrator = "System administrator, Sallowfield Learning Trust";
    private const string NewSchool = "Fellgate Academy";
    private const string InTheFile = "Rowemouth High School";

    private static string? SixSchools
    {
        get
        {
            for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
            {
                var path = Path.Combine(folder.FullName, "shared", "data", "oneroster-1.1-six-schools.zip");
                if (File.Exists(path)) return path;
            }

            return null;
        }
    }

    [Fact]
    public async Task FileOfAnotherSchool_StopsWithItsNumber_AndChangesNothing()
    {
        await using var office = await site.VisitAsync(width: 360, height: 740);
        await office.SignInAsAsync(OfficeManager);
        await office.FollowAsync("Import people");
        await office.LookAsync("imports-empty-phone");
        if (SixSchools is not null)
        {
            await ChooseAsync(office, InTheFile, null, "import-choose-phone");
            await UntilAsync(office, "The file was not taken");
            (await office.TextAsync()).ShouldContain($"{InTheFile} cannot be put into it");
            await office.LookAsync("import-other-school-phone");
        }

        await office.GoAsync("/people/imports/new");
        await office.ChooseAsync("All pupils");
        await office.Page.SetInputFilesAsync("input[name=Chosen]", new FilePayload { Name = "pupils.csv", MimeType = "text/csv", Buffer = "UPN,Forename,Surname,Year\nX1,Ida,Crane,7\n,Nameless,Row,8\n"u8.ToArray() });
        await office.PressAsync("See what would change");
        await UntilAsync(office, "What would change");

        var text = await office.TextAsync();
        text.ShouldContain("This would make leavers:");
        text.ShouldContain("of your");
        await office.WriteAsync("If it is right, type how many people leave", "7");
        await office.PressAsync("Apply the import");
        (await office.TextAsync()).ShouldContain("the number of people who leave, or give the import up");
        await office.LookAsync("import-stop-phone");
        await office.Page.SetViewportSizeAsync(1280, 900);
        await office.LookAsync("import-stop");
        await office.PressAsync("Give it up");
        (await office.HeadingAsync()).ShouldBe("The import was given up");
    }

    [Fact]
    public async Task RealExport_IsLookedAt_AppliedWhileSheGoesOnWorking_AndTheSecondTimeNothingChanges()
    {
        Assert.SkipWhen(SixSchools is null, "The export of six schools is not beside this checkout.");
        await AddSchoolAsync();
        // Without scripts: the page looks again by itself all the same.
        await using var administrator = await site.VisitAsync(scripts: false);
        await administrator.SignInAsAsync(Administrator);

        await ChooseAsync(administrator, InTheFile, NewSchool);
        await UntilAsync(administrator, "What would change");
        (await administrator.TextAsync()).ShouldContain("817 new pupils");
        await administrator.PictureAsync("import-preview");
        string address;
        // However fast the machine is: it goes on when she has seen it at work.
        await using (await AnotherLoadAsync())
        {
            await administrator.PressAsync("Apply the import");
            (await administrator.HeadingAsync()).ShouldBe("The import is being applied");
            await administrator.PictureAsync("import-progress");
            address = administrator.Path;
            await administrator.GoAsync("/home");
            (await administrator.TextAsync()).ShouldContain("An import is at work");
            await administrator.GoAsync(address);
            (await administrator.HeadingAsync()).ShouldBe("The import is being applied");
        }

        await UntilAsync(administrator, "The import was applied");
        await administrator.PictureAsync("import-applied");

        await ChooseAsync(administrator, InTheFile, NewSchool);
        await UntilAsync(administrator, "What would change");
        (await administrator.TextAsync()).ShouldContain("This would change nothing");

        await using var phone = await site.VisitAsync(width: 360, height: 740);
        await phone.SignInAsAsync(Administrator);
        await phone.GoAsync(administrator.Path);
        await phone.LookAsync("import-nothing-phone");
        await phone.GoAsync(address);
        await phone.LookAsync("import-applied-phone");
        await phone.GoAsync("/people/imports");
        await phone.LookAsync("imports-phone");

        // Somebody leads the new school before anybody else can be given a role that opens records.
        await phone.GoAsync("/people");
        await phone.Page.Locator("select[name=place]").SelectOptionAsync(new SelectOptionValue { Label = NewSchool });
        await phone.PressAsync("Show");
        await phone.LookAsync("people-phone");
        await phone.Page.Locator(".lg-desk__title a").First.ClickAsync();
        await phone.LookAsync("person-phone");
        await phone.PressAsync("Give a role");
        if (await phone.Page.Locator("button", new() { HasText = "Yes, it is me" }).CountAsync() > 0) await phone.PressAsync("Yes, it is me");
        await phone.Page.Locator("select[name=Role]").SelectOptionAsync("DesignatedSafeguardingLead");
        await phone.LookAsync("give-role-phone");
        await phone.PressAsync("Give the role");
        (await phone.TextAsync()).ShouldContain("Proposed. The role begins when a second person has said yes.");
        await phone.LookAsync("person-proposed-phone");
        await phone.GoAsync("/vacancies");
        await phone.LookAsync("vacancies-phone");

        await using var chief = await site.VisitAsync();
        await chief.SignInAsAsync("Chief executive, Sallowfield Learning Trust");
        await chief.PictureAsync("home-role-waits");
        await chief.FollowAsync("A role waits for your yes");
        if (await chief.Page.Locator("button", new() { HasText = "Yes, it is me" }).CountAsync() > 0) await chief.PressAsync("Yes, it is me");
        await chief.LookAsync("role-to-confirm");
        await chief.Page.Locator("button", new() { HasText = "Yes, give the role" }).First.ClickAsync();
        (await chief.TextAsync()).ShouldContain("The role is given");
    }

    [Fact]
    public async Task DetailsOfTheSchool_ComeFromTheRegister()
    {
        await using var office = await site.VisitAsync();
        await office.SignInAsAsync(OfficeManager);
        var file = Path.Combine(site.Data, "gias.csv");
        await File.WriteAllTextAsync(file, "URN,LA (code),LA (name),EstablishmentName,Postcode,TelephoneNum,StatutoryLowAge,StatutoryHighAge,HeadTitle (name),HeadFirstName,HeadLastName\n100001,800,Brackenshire,Tarrowby High School,TB1 2CD,1632960320,11,18,Dr,Vera,Holm\n", TestContext.Current.CancellationToken);
        await office.GoAsync("/people/imports/new");
        await office.ChooseAsync("Details of the school");
        await office.Page.SetInputFilesAsync("input[name=Chosen]", file);
        await office.PressAsync("See what would change");
        await UntilAsync(office, "What would change");
        (await office.TextAsync()).ShouldContain("Brackenshire");
        await office.LookAsync("school-details");
        await office.PressAsync("Give it up");

        await office.GoAsync("/people");
        await office.LookAsync("people");
        await office.WriteAsync("Find somebody by name", "qadir");
        await office.PressAsync("Find");
        await office.FollowAsync("Nasreen Qadir");
        await office.LookAsync("person");
    }

    private static async Task ChooseAsync(Visitor visitor, string school, string? into, string? picture = null)
    {
        await visitor.GoAsync("/people/imports/new");
        await visitor.ChooseAsync("A OneRoster export");
        if (into is not null) await visitor.Page.Locator("select[name=Into]").SelectOptionAsync(new SelectOptionValue { Label = into });
        await visitor.Page.SetInputFilesAsync("input[name=Chosen]", SixSchools!);
        await visitor.Page.Locator("summary", new() { HasText = "The file holds several schools" }).ClickAsync();
        await visitor.WriteAsync("Name of your school in the file", school);
        if (picture is not null) await visitor.LookAsync(picture);
        await visitor.PressAsync("See what would change");
    }

    // As somebody does who leaves the page open: it looks again by itself.
    private static async Task UntilAsync(Visitor visitor, string heading)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                if (await visitor.HeadingAsync() == heading) return;
            }
            catch (PlaywrightException)
            {
                // Between two pages.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException($"It does not come to \"{heading}\" within two minutes on {visitor.Path}: {await visitor.TextAsync()}");
    }

    // Loads wait for each other by this lock (RosterLoader); it is given back with the connection.
    private async Task<NpgsqlConnection> AnotherLoadAsync()
    {
        var connection = new NpgsqlConnection(site.Connection("lg_owner") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({0x4c47_524f_5354})", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    // As ./lifeguard organisation add does.
    private async Task AddSchoolAsync()
    {
        await using var connection = new NpgsqlConnection(site.Connection("lg_owner"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "insert into organisation (id, parent_id, kind, name, nation, report_code) select gen_random_uuid(), id, 'School', $1, 'England', 'FEWGATE2' from organisation where name = 'Sallowfield Learning Trust'", connection)
        {
            Parameters = { new() { Value = NewSchool } },
        };
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }
}
