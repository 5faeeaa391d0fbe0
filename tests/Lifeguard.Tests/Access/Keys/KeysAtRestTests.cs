using System.Net;
using System.Xml.Linq;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.BadDays;
using Lifeguard.Tests.House;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Tests.Access.Keys;

/// <summary>A copy of the database opens no draft and no authenticator app; and whoever loses the key file loses those alone.</summary>
public sealed class KeysAtRestTests : IAsyncLifetime
{
    private const string Begun = "Finish and send the report you began";
    private readonly World _world = new();
    private readonly string _elsewhere = Directory.CreateTempSubdirectory("lifeguard-elsewhere-").FullName;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        Directory.Delete(_elsewhere, recursive: true);
    }

    [Fact]
    public async Task Backup_HoldsNoKeyThatIsNotSealed()
    {
        await _world.Stranger().GetAsync("/sign-in");

        var keys = await KeysAsync();

        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(key => key.Contains("sealedKey") && !key.Contains("masterKey"));
    }

    [Fact]
    public async Task StolenDatabase_OpensNoDraft_AndTheSiteOnItStarts()
    {
        var teacher = await DraftedAsync();

        await using var thief = await OtherHouse.StartAsync(_world, _elsewhere);

        var receipts = await (await thief.SignedInAsync(teacher)).GetAsync("/receipts");
        receipts.Status.ShouldBe(HttpStatusCode.OK);
        receipts.Text.ShouldNotContain("Begun on");
        (await KeysAsync()).ShouldAllBe(key => !key.Contains("masterKey"));
    }

    [Fact]
    public async Task KeyFileLost_TheSiteGoesOn_AndTellsTheAdministratorAlone()
    {
        var teacher = await DraftedAsync();
        var administrator = await _world.PersonAsync(teacher.Org, "Adil Dmitriev", PersonKind.Staff, Role.Administrator);

        await using var house = await OtherHouse.StartAsync(_world, _elsewhere);

        house.Said[0].ShouldStartWith("The key file ");
        house.Said.ShouldContain(line => line.Contains("reports begun and not sent"));
        var told = await (await house.SignedInAsync(administrator)).GetAsync("/home");
        (await told.FollowAsync("Keys of this site were lost")).Text.ShouldContain("reports that somebody had begun before then and not sent");
        var other = await house.SignedInAsync(teacher);
        var home = await other.GetAsync("/home");
        home.Status.ShouldBe(HttpStatusCode.OK, "a draft that does not open is in nobody's way");
        home.Text.ShouldNotContain("Keys of this site");
        (await other.GetAsync("/keys")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task KeyFileLost_AnAppOfBeforeOpensNothing_AndAPrintedCodeDoes()
    {
        var lead = await _world.PersonAsync(await _world.SchoolAsync(), "Rosalind Achterberg", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        var own = _world.Stranger();
        await own.TypeAsync(lead.Email);
        var connect = await (await own.GetAsync("/account/second-factor")).SubmitAsync(button: "Connect an app");
        var phone = Phone.Reading(connect);
        var codes = WaySteps.CodesOn(await connect.SubmitAsync(form => form.Set("Code", phone.Code(_world.Clock.GetUtcNow())), "Finish"));
        _world.Clock.PassMinutes(1);

        await using var house = await OtherHouse.StartAsync(_world, _elsewhere);

        var asked = await house.Stranger().TypeAsync(lead.Email);
        var refused = await asked.SubmitAsync(form => form.Set("Code", phone.Code(_world.Clock.GetUtcNow())), "Sign in");
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Errors.ShouldHaveSingleItem();
        (await refused.SubmitAsync(form => form.Set("Code", codes[0]), "Sign in")).Path.ShouldBe("/home");
    }

    [Fact]
    public async Task KeyFilePutBack_WhatWasBegunBefore_OpensAgain()
    {
        var teacher = await DraftedAsync();
        await using (var without = await OtherHouse.StartAsync(_world, _elsewhere)) (await (await without.SignedInAsync(teacher)).GetAsync("/home")).Text.ShouldNotContain(Begun);

        await using var back = await OtherHouse.StartAsync(_world, _world.Database.Data);

        (await (await back.SignedInAsync(teacher)).GetAsync("/home")).Text.ShouldContain(Begun);
    }

    [Fact]
    public async Task NothingLost_NothingIsSaid()
    {
        var teacher = await DraftedAsync();
        var administrator = await _world.PersonAsync(teacher.Org, "Adil Dmitriev", PersonKind.Staff, Role.Administrator);

        await using var again = await OtherHouse.StartAsync(_world, _world.Database.Data);

        again.Said.ShouldBeEmpty();
        var told = await again.SignedInAsync(administrator);
        (await told.GetAsync("/home")).Text.ShouldNotContain("Keys of this site");
        (await told.GetAsync("/keys")).Text.ShouldContain("Every key opens.");
    }

    [Fact]
    public async Task TwoCopies_OnTwoMachines_ShareOneKeyThatIsHandedToEach()
    {
        var teacher = await DraftedAsync();
        var key = Path.Combine(_elsewhere, "handed.key");
        File.Copy(Path.Combine(_world.Database.Data, "keys", "protection.key"), key);

        await using var other = await OtherHouse.StartAsync(_world, _elsewhere, $"--Lifeguard:KeyFile={key}");

        other.Said.ShouldBeEmpty();
        (await (await other.SignedInAsync(teacher)).GetAsync("/home")).Text.ShouldContain(Begun);
        Directory.Exists(Path.Combine(_elsewhere, "keys")).ShouldBeFalse();
    }

    [Fact]
    public async Task KeysKeptInPlain_AreSealedAtTheNextStart_AndStillOpenWhatTheySealed()
    {
        var (plain, secret) = OfAnEarlierVersion();
        await using (var connection = new NpgsqlConnection(_world.Database.App + ";Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand("insert into protection_key (name, xml) values ('before', $1)", connection);
            command.Parameters.Add(new() { Value = plain });
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        (await KeysAsync()).ShouldContain(key => key.Contains("masterKey"));

        await using var house = await OtherHouse.StartAsync(_world, _world.Database.Data);

        (await KeysAsync()).ShouldAllBe(key => !key.Contains("masterKey"));
        house.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("sample").Unprotect(secret).ShouldBe("what was sealed before");
    }

    // As the framework leaves them where nobody says how keys are sealed.
    private static (string Key, string Secret) OfAnEarlierVersion()
    {
        var kept = new InMemory();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection().SetApplicationName("Lifeguard");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = kept);
        using var provider = services.BuildServiceProvider();
        var secret = provider.GetRequiredService<IDataProtectionProvider>().CreateProtector("sample").Protect("what was sealed before");
        return (kept.Elements.Single().ToString(SaveOptions.DisableFormatting), secret);
    }

    // A teacher who has begun a report.
    private async Task<Someone> DraftedAsync()
    {
        var teacher = await _world.PersonAsync(await _world.SchoolAsync(), "Tamsin Earle", PersonKind.Staff, Role.Teacher);
        var browser = await _world.SignedInAsync(teacher);
        await (await browser.GetAsync("/report")).SubmitAsync(form => form.Set("Danger", "No"));
        (await browser.GetAsync("/home")).Text.ShouldContain(Begun);
        return teacher;
    }

    private Task<IReadOnlyList<string>> KeysAsync() => Aftermath.ColumnAsync(_world.Database.Backup, "select xml from protection_key");

    private sealed class InMemory : IXmlRepository
    {
        public List<XElement> Elements { get; } = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. Elements];

        public void StoreElement(XElement element, string friendlyName) => Elements.Add(element);
    }
}
