using System.Net;
using Lifeguard.DataProtection.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.DataProtection;

/// <summary>What is kept, about whom, and where: the rooms say it, and no table is left out.</summary>
public sealed class KeptPageTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-273")]
    public async Task EveryTable_BelongsToSomethingThatIsKept()
    {
        var catalogue = world.Services.GetRequiredService<KeptCatalogue>();
        var tables = await world.DoAsync(services => Task.FromResult(Tables(services.GetRequiredService<Store>())));

        tables.Count.ShouldBeGreaterThan(30);
        Undeclared(tables, catalogue.All).ShouldBeEmpty();
        catalogue.All.SelectMany(kept => kept.Tables).Except(tables).ShouldBeEmpty();
    }

    [Fact]
    public void Detector_SeesATableThatNobodyDeclares()
    {
        Undeclared(["incident", "secret_list"], world.Services.GetRequiredService<KeptCatalogue>().All).ShouldBe(["secret_list"]);
    }

    [Fact]
    public void EveryClass_SaysAllOfIt_AndHasAKeyOfItsOwn()
    {
        var all = world.Services.GetRequiredService<KeptCatalogue>().All;

        all.Select(kept => kept.Key).ShouldBeUnique();
        all.ShouldAllBe(kept => kept.Name.Length > 5 && kept.AboutWhom.Length > 5 && kept.Where.Length > 5 && kept.Why.Length > 5 && kept.Ends.Length > 5);
    }

    [Fact]
    [Requirement("A-273"), Requirement("B-300")]
    public void EveryReviewedClass_HasAnUsualPeriodWithASource_AndNoOther()
    {
        var file = world.Services.GetRequiredService<RetentionFile>();

        file.All.Select(one => one.Class).ShouldBe(world.Services.GetRequiredService<KeptCatalogue>().Reviewed.Select(kept => kept.Key), ignoreOrder: true);
        file.All.ShouldAllBe(one => one.Source.Length > 10 && one.SourceAddress.Length > 10 && one.Asks.Count > 0);
    }

    [Fact]
    public async Task Page_NamesEachClass_AndIsReachedFromHome()
    {
        var lead = await world.SignedInAsync(await world.PersonAsync(await world.SchoolAsync(), "Petra Lindqvist", PersonKind.Staff, Role.DataProtectionLead));

        var page = await (await lead.GetAsync("/home")).FollowAsync("What is kept, about whom, and where");

        foreach (var kept in world.Services.GetRequiredService<KeptCatalogue>().All) page.Text.ShouldContain(kept.Name);
        page.Text.ShouldContain("Until the youngest child named in it is 25");
        page.Text.ShouldContain("Nobody has confirmed this");
    }

    [Fact]
    public async Task Page_IsNotThereForATeacher()
    {
        var teacher = await world.SignedInAsync(await world.PersonAsync(await world.SchoolAsync(), "Ines Farrow", PersonKind.Staff, Role.Teacher));

        (await teacher.GetAsync("/what-is-kept")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static List<string> Tables(Store store) => [.. store.Model.GetEntityTypes().Where(entity => !entity.IsOwned())
        .Select(entity => (string?)entity.FindAnnotation("Relational:TableName")?.Value ?? throw new InvalidOperationException($"{entity.Name} has no table.")).Distinct()];

    private static IEnumerable<string> Undeclared(IEnumerable<string> tables, IEnumerable<KeptClass> kept) => tables.Except(kept.SelectMany(one => one.Tables));
}
