using Lifeguard.Organisation.Acts;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Tests.Organisation.Storage;

public sealed class PeopleTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wrob")]
    [InlineData("WRÓBEL")]
    [InlineData("Luk Wro")]
    [InlineData("wrobel, łuk")]
    public async Task Find_ByTheBeginningOfAnyWord_IsFoundWithoutAccents(string typed)
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        await desk.PersonAsync(school, PersonKind.Staff, "Łukasz", "Wróbel");
        await desk.PersonAsync(school, PersonKind.Pupil, "Robel", "Lukacs");

        var found = await desk.Get<IPeople>().FindAsync(OrganisationWorld.Viewer(school), school, typed, [], 10, Stop);

        found.ShouldHaveSingleItem().Name.ShouldBe("Łukasz Wróbel");
    }

    [Fact]
    public async Task Find_ByKnownAsName_ShowsThatName()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        await desk.PersonAsync(school, PersonKind.Pupil, "Matilda", "Crabtree", "Tilda");

        var found = await desk.Get<IPeople>().FindAsync(OrganisationWorld.Viewer(school), school, "tild", [PersonKind.Pupil], 10, Stop);

        found.ShouldHaveSingleItem().Name.ShouldBe("Tilda Crabtree");
    }

    [Fact]
    public async Task Find_InAnOrganisationThatIsNotTheViewers_FindsNobody()
    {
        await using var desk = database.Open();
        var (own, other) = (await desk.OrganisationAsync(OrganisationKind.School, "Own"), await desk.OrganisationAsync(OrganisationKind.School, "Other"));
        await desk.PersonAsync(other, PersonKind.Pupil, "Amelia", "Thorne");

        var found = await desk.Get<IPeople>().FindAsync(OrganisationWorld.Viewer(own), other, "thorne", [], 10, Stop);

        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_WildcardsTyped_AreOnlySigns()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        await desk.PersonAsync(school, PersonKind.Pupil, "Amelia", "Thorne");

        var found = await desk.Get<IPeople>().FindAsync(OrganisationWorld.Viewer(school), school, "%", [], 10, Stop);

        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mr Okoro-Bell shouted", true)]
    [InlineData("okoro", true)]
    [InlineData("I think it was Miss BELL", true)]
    [InlineData("Ruth", true)]
    [InlineData("in Okoro-Bell’s lesson", true)]
    [InlineData("Bellamy in Year 9", false)]
    [InlineData("", false)]
    public async Task MatchAdults_NameWrittenByHand_FindsWhoMayBeMeant(string written, bool isMeant)
    {
        await using var desk = database.Open();
        var trust = await desk.OrganisationAsync(OrganisationKind.Trust, "Moor Trust");
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School", trust);
        await desk.PersonAsync(trust, PersonKind.Staff, "Ruth", "Okoro-Bell");
        await desk.PersonAsync(school, PersonKind.Pupil, "Ruth", "Bell");

        var found = await desk.Get<IPeople>().MatchAdultsAsync(school, written, Stop);

        found.Select(one => one.Name).ShouldBe(isMeant ? ["Ruth Okoro-Bell"] : []);
    }

    [Fact]
    public async Task RelativesOf_ParentWhoIsAlsoStaff_IsFoundThroughTheOneIdentity()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        var teacher = await desk.PersonAsync(school, PersonKind.Staff, "Ruth", "Thorne");
        var parent = await desk.PersonAsync(school, PersonKind.Parent, "Ruth", "Thorne");
        var pupil = await desk.PersonAsync(school, PersonKind.Pupil, "Amelia", "Thorne");
        (await desk.Get<RelatePeople>().RunAsync(parent, RelationKind.ParentOf, pupil, desk.Deed(school), Stop)).IsDone.ShouldBeTrue();
        (await desk.Get<LinkIdentities>().RunAsync(teacher, parent, desk.Deed(school), Stop)).IsDone.ShouldBeTrue();
        var cards = await desk.Get<IPeople>().CardsAsync([teacher, parent, pupil], Stop);

        var relatives = await desk.Get<IPeople>().RelativesOfAsync([cards[pupil].IdentityId], Stop);

        relatives.ShouldBe([cards[teacher].IdentityId]);
        cards[parent].IdentityId.ShouldBe(cards[teacher].IdentityId);
        (await desk.Get<IPeople>().RowsOfAsync([cards[teacher].IdentityId], Stop)).Select(one => one.Id).ShouldBe([teacher, parent], ignoreOrder: true);
    }

    [Fact]
    public async Task LineManagedBy_ThroughOthers_IsFoundAndRingsEnd()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        var head = await desk.PersonAsync(school, PersonKind.Staff, "Helen", "Head");
        var deputy = await desk.PersonAsync(school, PersonKind.Staff, "Dan", "Deputy");
        var teacher = await desk.PersonAsync(school, PersonKind.Staff, "Tess", "Teacher");
        foreach (var (above, below) in new[] { (head, deputy), (deputy, teacher), (teacher, head) })
            await desk.Get<RelatePeople>().RunAsync(above, RelationKind.LineManages, below, desk.Deed(school), Stop);
        var cards = await desk.Get<IPeople>().CardsAsync([head, deputy, teacher], Stop);

        var managed = await desk.Get<IPeople>().LineManagedByAsync([cards[head].IdentityId], Stop);

        managed.ShouldBe([cards[deputy].IdentityId, cards[teacher].IdentityId], ignoreOrder: true);
        (await desk.Get<IPeople>().RelativesOfAsync([cards[head].IdentityId], Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_PersonWhoLeft_ComesLast()
    {
        await using var desk = database.Open();
        var school = await desk.OrganisationAsync(OrganisationKind.School, "Ashlea School");
        var left = await desk.PersonAsync(school, PersonKind.Pupil, "Aaron", "Thorne");
        await desk.PersonAsync(school, PersonKind.Pupil, "Zoe", "Thorne");
        (await desk.Store.Set<Person>().SingleAsync(one => one.Id == left, Stop)).End(new DateOnly(2026, 7, 20));
        await desk.CommitAsync(school, left);

        var found = await desk.Get<IPeople>().FindAsync(OrganisationWorld.Viewer(school), school, "thorne", [], 10, Stop);

        found.Select(one => one.Name).ShouldBe(["Zoe Thorne", "Aaron Thorne"]);
    }
}
