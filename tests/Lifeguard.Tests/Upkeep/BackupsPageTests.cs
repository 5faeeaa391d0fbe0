using System.Net;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.House;
using Lifeguard.Upkeep.Contracts;
using Lifeguard.Upkeep.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Upkeep;

/// <summary>Head and technician see whether the house would be there again tomorrow, and what is overdue.</summary>
public sealed class BackupsPageTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
    private readonly World _world = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(Role.Head)]
    [InlineData(Role.Technician)]
    public async Task NothingBackedUp_StandsOnTheHome_AndLeadsToThePage(Role role)
    {
        var browser = await _world.SignedInAsync(await _world.PersonAsync(await _world.SchoolAsync(), "Hope Sandiford", PersonKind.Staff, role));

        var page = await (await browser.GetAsync("/home")).FollowAsync("Nothing is backed up yet");

        page.Heading.ShouldBe("Backups");
        page.Text.ShouldContain("If this machine fails, everything is lost.");
        page.Text.ShouldContain("No backup has been restored yet");
    }

    [Fact]
    public async Task ProvenRestore_IsShownWithWhatWasFound()
    {
        await NoteAsync(new BackupMade(UpkeepRecord.Ref, "2026-11-26T013000Z", 512_000_000, 180));
        await NoteAsync(new RestoreProved(UpkeepRecord.Ref, "2026-11-26T013000Z", _world.Clock.GetUtcNow().AddMinutes(-12), 300, 123_456, 60_000, 25_000));
        var head = await _world.SignedInAsync(await _world.PersonAsync(await _world.SchoolAsync(), "Hope Sandiford", PersonKind.Staff, Role.Head));

        var page = await head.GetAsync("/backups");

        page.Text.ShouldContain("It took 5 minutes. What it held was 12 minutes old.");
        page.Text.ShouldContain("123,456 rows of the journal");
        page.Text.ShouldContain("512 MB, in 3 minutes");
        page.Text.ShouldNotContain("There has been no backup for more than a day");
    }

    [Fact]
    public async Task SomebodyElse_SeesNeither()
    {
        var teacher = await _world.SignedInAsync(await _world.PersonAsync(await _world.SchoolAsync(), "Tamsin Earle", PersonKind.Staff, Role.Teacher));

        (await teacher.GetAsync("/home")).Text.ShouldNotContain("backed up");
        (await teacher.GetAsync("/backups")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Send them: most were not sent", 1)]
    [InlineData("Drop them: they were sent before", 0)]
    public async Task LettersOfARestoredBackup_LeaveWhenAPersonSaysSo_AndNeverByThemselves(string button, int sent)
    {
        var school = await _world.SchoolAsync();
        var technician = await _world.PersonAsync(school, "Tobias Eckhart", PersonKind.Staff, Role.Technician);
        var letter = new OutboxLetter { Id = Guid.CreateVersion7(_world.Clock.GetUtcNow()), Org = school, ToIdentity = technician.IdentityId, RecordKind = "incident", RecordId = Guid.CreateVersion7(_world.Clock.GetUtcNow()), WrittenAt = _world.Clock.GetUtcNow(), NotBefore = _world.Clock.GetUtcNow() };
        await _world.DoAsync(async services =>
        {
            services.GetRequiredService<Store>().Add(letter);
            await services.GetRequiredService<IUpkeep>().NoteAsync(new BackupMade(UpkeepRecord.Ref, "2026-11-26T013000Z", 1, 1), Stop);
            await services.GetRequiredService<IHeldLetters>().HoldBackAsync(Stop);
        });
        (await SettledAsync()).ShouldBe(0);
        var browser = await _world.SignedInAsync(technician);

        var page = await (await browser.GetAsync("/home")).FollowAsync("Letters wait since a backup was restored: send them or drop them");
        page.Text.ShouldContain("One letter was on the way");
        var after = await page.SubmitAsync(button: button);

        after.Text.ShouldNotContain("Letters that wait since");
        (await SettledAsync()).ShouldBe(sent);
        (await browser.GetAsync("/home")).Text.ShouldNotContain("Letters wait since");
    }

    private Task<int> SettledAsync() => _world.DoAsync(services => services.GetRequiredService<LetterSender>().SendDueAsync(Stop));

    [Theory]
    [InlineData(25, 39, false, false)]
    [InlineData(27, 39, true, false)]
    [InlineData(25, 41, false, true)]
    public void Overdue_AfterADayAndAfterFortyDays(int hours, int days, bool backup, bool drill)
    {
        var state = State(new LogState(true, Now.AddMinutes(-5), null), Now.AddHours(-hours), Now.AddDays(-days));

        state.IsBackupOverdue.ShouldBe(backup);
        state.IsDrillOverdue.ShouldBe(drill);
        state.IsLogOverdue.ShouldBeFalse();
    }

    [Fact]
    public void Log_IsOverdue_WhenItsLastTriesFailedForLongerThanMayBeLost_AndWhenNobodyTakesIt()
    {
        State(new LogState(true, Now.AddMinutes(-16), Now.AddMinutes(-1)), Now, Now).IsLogOverdue.ShouldBeTrue();
        State(new LogState(true, Now.AddMinutes(-14), Now.AddMinutes(-1)), Now, Now).IsLogOverdue.ShouldBeFalse();
        State(new LogState(true, Now.AddHours(-9), null), Now, Now).IsLogOverdue.ShouldBeFalse("nothing was written in the night");
        State(new LogState(false, null, null), Now, Now).IsLogOverdue.ShouldBeTrue();
    }

    private static BackupState State(LogState log, DateTimeOffset backup, DateTimeOffset drill) =>
        new(Now, [new BackupLine(backup, "", 1, 1)], new DrillLine(drill, "", drill, 1, 1, 1, 1), log);

    private Task NoteAsync(Lifeguard.Kernel.IHappened happened) => _world.DoAsync(services => services.GetRequiredService<IUpkeep>().NoteAsync(happened, Stop));
}
