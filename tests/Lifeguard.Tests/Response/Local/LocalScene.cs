using AngleSharp.Html.Dom;
using Lifeguard.Incidents.Model.Runs;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Pages.DeskList;
using Lifeguard.Tests.Incidents.Pages.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Response.Local;

/// <summary>A partnership with its officer, above a trust with a school and everybody in it.</summary>
internal sealed class LocalScene(World world, DeskScene desk, Guid partnership, Someone officer)
{
    public DeskScene Desk => desk;

    public Guid Partnership => partnership;

    public Someone Officer => officer;

    public static async Task<LocalScene> SetAsync(World world)
    {
        var desk = await DeskScene.SetAsync(world);
        var partnership = await world.PartnershipAsync();
        var trust = desk.Cast["trust-dsl"].Org;
        await world.DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            (await store.Set<Lifeguard.Organisation.Model.Organisation>().SingleAsync(one => one.Id == trust)).PlaceUnder(partnership);
            (await store.CommitAsync(Deed.OfSystem(partnership, "Test", world.Clock.GetUtcNow()), new OrganisationAdded(new RecordRef("organisation", trust), OrganisationKind.Trust, partnership), CancellationToken.None)).IsDone.ShouldBeTrue();
        });
        return new LocalScene(world, desk, partnership, await world.PersonAsync(partnership, "Orla Fenwick", PersonKind.Staff, Role.PartnershipOfficer));
    }

    public Task<Browser> OfficerAsync() => world.SignedInAsync(officer);

    /// <summary>Chooses a threshold and publishes it, as the officer does.</summary>
    public async Task<PageSeen> PublishChoiceAsync(string flow, string setting, string value, string why = "Agreed by the partnership on 12 November", string? whyWeaker = null)
    {
        var page = await (await OfficerAsync()).GetAsync($"/responses/local/{flow}");
        page = await page.SubmitAsync(form => form.Set($"Chosen[{setting}]", value), "Keep");
        return await PublishAsync(await page.FollowAsync("See what it changes"), why, whyWeaker);
    }

    public static Task<PageSeen> PublishAsync(PageSeen preview, string why = "Agreed by the partnership on 12 November", string? whyWeaker = null) => preview.SubmitAsync(form =>
    {
        form.Set("Why", why);
        if (whyWeaker is not null) form.Set("WhyWeaker", whyWeaker);
    }, "Publish");

    /// <summary>A record on the safeguarding lead's desk, with the questions of a flow begun.</summary>
    public async Task<(WorkScene Scene, PageSeen Page)> BeginAsync(string flow)
    {
        var scene = await WorkScene.OnAsync(world, desk, true, false, "dsl", desk.Pupil(), desk.Pupil("pupil", Lifeguard.Incidents.Model.Part.SaidToHaveDoneIt));
        return (scene, await (await scene.OpenAsync("respond")).SubmitAsync(form => form.Set("Flow", flow)));
    }

    /// <summary>Answers question after question until there is none.</summary>
    public static async Task<PageSeen> AnswerAsync(PageSeen page, IReadOnlyDictionary<string, string> answers)
    {
        while (page.Document.QuerySelector("input[name=Question]") is IHtmlInputElement question && answers.TryGetValue(question.Value, out var answer)) page = await page.SubmitAsync(form => form.Set("Said", answer));
        return page;
    }

    public static IEnumerable<string> OpenReferrals(IEnumerable<RunItem> items) => items.Where(one => one is { Kind: RunItemKind.Referral, IsOpen: true }).Select(one => one.Key);
}
