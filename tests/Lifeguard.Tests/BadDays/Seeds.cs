using Lifeguard.Access.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Storage.Walls;
using Lifeguard.Tests.Access;
using Lifeguard.Tests.House;
using Lifeguard.Web.Preparing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Tests.BadDays;

internal static class Seeds
{
    public const string Email = "r.achterberg@school.example.org";

    /// <summary>The code on the school's poster.</summary>
    public static Task<string> CodeAsync(this World world, Guid school) =>
        world.DoAsync(services => services.GetRequiredService<Store>().Set<Lifeguard.Organisation.Model.Organisation>().Where(one => one.Id == school).Select(one => one.ReportCode).SingleAsync());

    /// <summary>Migrates an empty database and founds a school with a safeguarding lead; answers the school's code.</summary>
    public static async Task<string> FoundAsync(OwnCluster cluster, string data)
    {
        await using var app = Lifeguard.Web.Hosting.House.Build(["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={cluster.App}", $"--Lifeguard:Data={data}"], builder => builder.Logging.ClearProviders());
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await Preparation.MigrateAsync(services, cluster.Owner, CancellationToken.None);
        services.GetRequiredService<OrganisationScope>().OpenTo("test");

        var store = services.GetRequiredService<Store>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var school = new Lifeguard.Organisation.Model.Organisation { Id = Guid.CreateVersion7(now), Kind = OrganisationKind.School, Name = "Tarrowby High School", ReportCode = ReportCode.New() };
        store.Add(school);
        await store.CommitAsync(Deed.OfSystem(Guid.Empty, "Test", now), new RosterLoaded(new RecordRef("organisation", school.Id), 1, 0, 0, 0), CancellationToken.None);

        var lead = Person.New(Guid.CreateVersion7(now), school.Id, null, new PersonDetails(PersonKind.Staff, "Rosalind", "Achterberg") { Email = Email });
        store.Add(lead);
        var deed = Deed.OfSystem(school.Id, "Test", now);
        await store.CommitAsync(deed, new RosterLoaded(new RecordRef("organisation", school.Id), 1, 0, 0, 0), CancellationToken.None);
        (await services.GetRequiredService<AppointPerson>().RunAsync(lead.Id, Role.DesignatedSafeguardingLead, new DateOnly(2025, 9, 1), null, deed, CancellationToken.None)).IsDone.ShouldBeTrue();
        (await services.GetRequiredService<IAccounts>().OpenAsync(lead.IdentityId, school.Id, Email, Someone.Password, null, deed, CancellationToken.None)).IsDone.ShouldBeTrue();
        return school.ReportCode;
    }

    /// <summary>Signs in by the form, and sets up the app that the person's role demands.</summary>
    public static async Task SignInAsync(this Browser browser, string email, TimeProvider? clock = null)
    {
        var after = await browser.TypeAsync(email);
        if (after.Path == "/account/second-factor")
        {
            await browser.SetUpAppAsync((clock ?? TimeProvider.System).GetUtcNow());
            after = await browser.GetAsync("/home");
        }

        after.Path.ShouldBe("/home", after.Text);
    }
}
