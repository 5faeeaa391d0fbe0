using Lifeguard.Tests.BadDays;

namespace Lifeguard.Tests.Filtering;

/// <summary>How the gate's log ends.</summary>
public sealed class GateDaysTests(GateScene scene) : IClassFixture<GateScene>
{
    private const long Day = 86_400_000;

    [Fact]
    public async Task ADay_GoesWhole_WhenItsTimeIsOver_AndTheCountsStay()
    {
        scene.Write(new Decided(scene.Now - (13 * Day), "leaving@school.example.org", "leaving.example"), new Decided(scene.Now, "staying@school.example.org", "staying.example"));
        await scene.LoadAsync();
        scene.World.Clock.Pass(TimeSpan.FromDays(3));

        await scene.EndDaysAsync();

        (await RequestsAsync("leaving@school.example.org")).ShouldBe(0);
        (await RequestsAsync("staying@school.example.org")).ShouldBe(1);
        (await Aftermath.ColumnAsync(scene.World.Database.Backup, "select d.requests::text from gate_person_day d join gate_person p on p.id = d.person where p.name = 'leaving@school.example.org'")).ShouldBe(["1"]);

        // Three weeks later nobody knows any more what the name of the site was.
        scene.World.Clock.Pass(TimeSpan.FromDays(25));
        await scene.EndDaysAsync();
        (await Aftermath.ColumnAsync(scene.World.Database.Backup, "select name from gate_host where name = 'leaving.example'")).ShouldBeEmpty();
        scene.World.Clock.Pass(TimeSpan.FromDays(400));
        await scene.EndDaysAsync();
        (await Aftermath.ColumnAsync(scene.World.Database.Backup, "select name from gate_person where name = 'leaving@school.example.org'")).ShouldBeEmpty();
    }

    private async Task<int> RequestsAsync(string person) =>
        (await Aftermath.ColumnAsync(scene.World.Database.Backup, $"select 'one' from gate_request r join gate_asker a on a.id = r.asker join gate_person p on p.id = a.person where p.name = '{person}'")).Count;
}
