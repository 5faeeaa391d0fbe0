using Lifeguard.Duties.Contracts;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Children;

/// <summary>A house of its own, because its clock moves.</summary>
public sealed class OverdueTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task FileNotSentInTime_IsSaidToTheTeam_AndStandsOverdueOnTheirHome()
    {
        var scene = await FileScene.SetAsync(world);
        await (await scene.OpenAsync("dsl", "/send")).SubmitAsync(button: "Begin");
        (await LettersAsync(scene)).ShouldBeEmpty("whoever begins it is at the page");
        (await (await scene.AsAsync("deputy1")).GetAsync("/home")).Text.ShouldContain("Send a child's file to the next school by 24 November 2026");

        world.Clock.Pass(TimeSpan.FromDays(8));
        await world.DoAsync(services => services.GetRequiredService<IDuties>().RunDueAsync(CancellationToken.None));

        (await LettersAsync(scene)).ShouldContain(scene.Cast["deputy1"].IdentityId);
        (await (await scene.AsAsync("deputy1")).GetAsync("/home")).Text.ShouldContain("Overdue");
        (await scene.OpenAsync("dsl", "/send")).Text.ShouldContain("Overdue It must be there by Tuesday 24 November 2026");
    }

    private static async Task<List<Guid>> LettersAsync(FileScene scene) =>
        [.. (await scene.RowsAsync<OutboxLetter>()).Where(letter => letter.RecordId == scene.File.Id).Select(letter => letter.ToIdentity)];
}
