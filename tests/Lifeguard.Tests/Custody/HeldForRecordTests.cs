using System.Net;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Close;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Custody;

/// <summary>A record's desk has a device kept; the technician learns nothing of the record, and the record stays open until the device has gone.</summary>
public sealed class HeldForRecordTests(World world) : IClassFixture<World>
{
    [Fact]
    [Requirement("A-194"), Requirement("A-206")]
    public async Task Lead_AsksForADevice_TheTechnicianKeepsIt_AndTheRecordStaysOpen()
    {
        var scene = await CustodyScene.SetAsync(world);
        var record = await RecordAsync(scene, new AudienceCase("", ["pupil"], [], "concern", [], false));

        await AskAsync(scene, "dsl", record, adult: false);
        (await scene.OpenAsync("technician", "/home")).Text.ShouldContain("Something is to be kept, isolated or blocked");
        var order = await (await scene.OpenAsync("technician", "/custody")).FollowAsync("Isolate a device");
        var form = await order.FollowAsync("Take it into custody");
        var item = await form.SubmitAsync(one => one.Set("FoundWhere", "Room 12").Set("SealedHow", "Bag 3").Set("StoredWhere", "Safe"), "Take it into custody");
        item.Heading.ShouldBe("An item in custody", string.Join("; ", item.Errors));
        foreach (var page in new[] { order, form, item })
        {
            page.Document.QuerySelector("main")!.InnerHtml.ShouldNotContain("/incidents/");
            foreach (var word in new[] { "Upwood", "Sandford", record.Reference.ToString() }) page.Document.QuerySelector("main")!.InnerHtml.ShouldNotContain(word);
        }

        (await scene.OpenAsync("dsl", $"/incidents/{record.Reference}")).Text.ShouldContain("In custody, police advice awaited");
        (await OpenAsync(record)).Held.ShouldBeTrue();
        await scene.AdviseAsync("dsl", item.Path, release: true);
        await scene.EndAsync("technician", item.Path, Lifeguard.Custody.Model.EndingKind.Returned);
        (await OpenAsync(record)).Held.ShouldBeFalse();
    }

    [Fact]
    public async Task AllegationAboutATechnician_IsKeptByTheOther_AndTheFirstMeetsNothing()
    {
        var scene = await CustodyScene.SetAsync(world);
        var other = await world.PersonAsync(scene.Cast.School, "Wilf Underwell", PersonKind.Staff, Role.Technician);
        var before = (await scene.OpenAsync("technician", "/custody")).Text;
        var record = await RecordAsync(scene, new AudienceCase("", ["technician"], [], "allegation", ["head"], false));

        (await AskAsync(scene, "head", record, adult: true, police: null)).Errors.ShouldContain("Taking it warns its owner: write down who of the police said how and when, with their reference");
        await AskAsync(scene, "head", record, adult: true);
        var browser = await world.SignedInAsync(other);
        var order = await (await browser.GetAsync("/custody")).FollowAsync("Isolate a device");
        var item = await (await order.FollowAsync("Take it into custody")).SubmitAsync(one => one.Set("FoundWhere", "Office").Set("SealedHow", "Bag 3").Set("StoredWhere", "Safe"), "Take it into custody");

        item.Text.ShouldContain("Taking this device warns its owner");
        (await scene.OpenAsync("technician", "/custody")).Text.ShouldBe(before);
        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("technician", order.Path));
        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("technician", item.Path));
        // An allegation is a secret of its desk: the safeguarding team does not meet what is tied to it.
        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("dsl", item.Path));
        (await scene.OpenAsync("head", item.Path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task WhatIsHeldAlready_IsTiedByItsCode_AndBarsWithTheRecord()
    {
        var scene = await CustodyScene.SetAsync(world);
        var item = await scene.TakeInAsync();
        var code = (await scene.OpenAsync("head", item)).Document.QuerySelector(".govuk-caption-l")!.TextContent.Replace("Item", "", StringComparison.Ordinal).Trim();
        var record = await RecordAsync(scene, new AudienceCase("", ["teacher2"], [], "allegation", ["head"], false));
        (await scene.OpenAsync("dsl", item)).Status.ShouldBe(HttpStatusCode.OK);

        var after = await (await scene.OpenAsync("head", $"/incidents/{record.Reference}/held")).SubmitAsync(form => form.Set("Code", code), "It belongs to this record");

        after.Text.ShouldContain("Laptop 14");
        CustodyScene.ShouldNotBeThere(await scene.OpenAsync("dsl", item));
        (await scene.OpenAsync("technician", item)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<PageSeen> AskAsync(CustodyScene scene, string part, Incident record, bool adult, string? police = "Sergeant Alder, BRK/7/26: now") =>
        scene.SubmitAsync(part, $"/incidents/{record.Reference}/held", "Ask the technician", form =>
        {
            form.Set("Device", "Laptop 14").Set("Isolate", "true").Set("SafeToStop", "yes").Set("LeavesChildExposed", "no").Set("PossibleOffence", "true").Set("OfAdult", adult ? "true" : "false");
            if (adult && police is not null) form.Set("PoliceSaid", police);
        });

    private async Task<Incident> RecordAsync(CustodyScene scene, AudienceCase what)
    {
        var id = await new Situation(world, scene.Cast).HappenAsync(what);
        return await world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>().AsNoTracking().SingleAsync(one => one.Id == id));
    }

    private Task<OpenMatters> OpenAsync(Incident record) => world.DoAsync(services => services.GetRequiredService<FindOpenMatters>().OfAsync(record, CancellationToken.None));
}
