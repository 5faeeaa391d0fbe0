using System.Diagnostics;
using System.Net;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.Readings;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Outbox;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Guards;

/// <summary>
/// Whoever asks for a record that they may not know of leaves a trace for those who may, and learns nothing from it.
/// That hidden and absent give the same answer is asked by <see cref="HiddenMeansHiddenTests"/>.
/// </summary>
public sealed class RefusedLookUpTests(World world) : IClassFixture<World>
{
    private static readonly TimeSpan LongAfter = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task EveryPageOfARecord_ReadOrSentTo_LeavesARow()
    {
        var (cast, filled) = await AllegationAsync();
        var pages = (await HousePages.OfAsync(world)).Where(page => page.IsOfARecord).ToList();
        var silent = new List<string>();

        foreach (var page in pages)
        {
            var address = Addresses.Of(page, filled);
            if (!await LeavesARowAsync(filled, async () => await (await VisitorAsync()).GetAsync(address))) silent.Add($"GET {page}");
            foreach (var handler in page.Posts)
            {
                var query = handler.Length == 0 ? "" : (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + handler;
                if (!await LeavesARowAsync(filled, async () => await (await VisitorAsync()).PostAsync(address + query, []))) silent.Add($"POST {page} {handler}");
            }
        }

        // Signed in anew each time: history and paper ask first who it is when that was long ago, of everybody, whatever they look for.
        Task<Visitor> VisitorAsync() => Visitor.SignedInAsync(world, cast["teacher2"]);

        pages.Count.ShouldBeGreaterThan(25);
        silent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("teacher2")] // named in it
    [InlineData("dsl")] // a desk, and not this one
    [InlineData("teacher")] // told of it
    [InlineData("administrator")] // may not open such a page at all
    [InlineData("other-dsl")] // behind the second wall
    public async Task Refused_IsNotedWithNameAndTime_WhereTheRecordLies(string part)
    {
        var (cast, filled) = await AllegationAsync();
        var visitor = await Visitor.SignedInAsync(world, cast[part]);
        world.Clock.PassMinutes(3);

        var answer = await visitor.GetAsync($"/incidents/{filled.Reference}");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        var row = (await RowsAsync(filled)).ShouldHaveSingleItem();
        row.ByIdentity.ShouldBe(cast[part].IdentityId);
        row.At.ShouldBe(world.Clock.GetUtcNow());
        row.Org.ShouldBe(cast.School);
        row.Payload.ShouldNotBeNull().ShouldContain(cast[part].Name);
    }

    [Fact]
    public async Task Refused_AgainWithinMinutes_IsOneAttempt_AndLaterAnother()
    {
        var (cast, filled) = await AllegationAsync();
        var visitor = await Visitor.SignedInAsync(world, cast["teacher2"]);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.GetAsync($"/incidents/{filled.Reference}")));
        world.Clock.PassMinutes(4);
        await visitor.GetAsync($"/incidents/{filled.Reference}/close");
        var soon = await RowsAsync(filled);
        world.Clock.Pass(LongAfter);
        await visitor.GetAsync($"/incidents/{filled.Reference}");

        soon.ShouldHaveSingleItem();
        (await RowsAsync(filled)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task NoSuchRecord_FillsNoJournal()
    {
        var (cast, _) = await AllegationAsync();
        var visitor = await Visitor.SignedInAsync(world, cast["teacher2"]);
        var before = await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().CountAsync());

        for (var turn = 0; turn < 5; turn++) await visitor.GetAsync($"/incidents/{RandomReference.New()}");

        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Reader_OnAPageThatIsNotForReaders_IsNoAttempt()
    {
        var (cast, filled) = await AllegationAsync();
        await new Situation(world, cast).JoinAsync(filled.Id, cast["senco"]);
        var visitor = await Visitor.SignedInAsync(world, cast["senco"]);

        var answer = await visitor.GetAsync($"/incidents/{filled.Reference}/close");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await RowsAsync(filled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task LinkTried_ToARecordOneMayNotKnow_IsNotedThere()
    {
        var (cast, filled) = await AllegationAsync();
        var welfare = await new Situation(world, cast).FindAsync(welfare: true);
        await world.DoAsync(async services =>
        {
            var store = services.GetRequiredService<Store>();
            var incident = await store.Set<Incident>().SingleAsync(one => one.Id == welfare);
            incident.TakeOn(cast["dsl"].IdentityId, world.Clock.GetUtcNow()).IsDone.ShouldBeTrue();
            await store.CommitAsync(Deed.OfSystem(incident.Org, "Test", world.Clock.GetUtcNow()), new Lifeguard.Incidents.Contracts.ConcernOpened(incident.Ref), CancellationToken.None);
        });
        var own = await world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>().Where(one => one.Id == welfare).Select(one => one.Reference).SingleAsync());
        var browser = await world.SignedInAsync(cast["dsl"]);
        var page = await browser.GetAsync($"/incidents/{own}/links");

        var hidden = await page.SubmitAsync(form => form.Set("OtherAddress", filled.Reference.ToString()).Set("Kind", "repeat"));
        var absent = await page.SubmitAsync(form => form.Set("OtherAddress", RandomReference.New().ToString()).Set("Kind", "repeat"));

        hidden.Errors.ShouldBe(absent.Errors);
        hidden.Errors.ShouldContain("There is no such record that you can open");
        (await RowsAsync(filled)).ShouldHaveSingleItem().ByIdentity.ShouldBe(cast["dsl"].IdentityId);
    }

    [Fact]
    public async Task Desk_SeesTheAttemptBesideTheReadings_AndNotInTheChronology()
    {
        var (cast, filled) = await AllegationAsync();
        var visitor = await Visitor.SignedInAsync(world, cast["teacher2"]);
        await visitor.GetAsync($"/incidents/{filled.Reference}/people");
        var head = await world.SignedInAsync(cast["head"]);

        var readings = await head.GetAsync($"/incidents/{filled.Reference}/readings");
        var record = await head.GetAsync($"/incidents/{filled.Reference}");

        var attempts = readings.Document.QuerySelector("#attempts").ShouldNotBeNull();
        attempts.TextContent.ShouldContain("Terence Ashby");
        attempts.TextContent.ShouldContain("17 November 2026");
        readings.Text.ShouldContain("It was not shown to them");
        readings.Text.ShouldContain("1 person read this record or met it in a list, once altogether");
        record.Document.QuerySelectorAll(".lg-chronology").Select(one => one.TextContent).ShouldAllBe(text => !text.Contains("Terence Ashby", StringComparison.Ordinal));
        record.Text.ShouldNotContain("not shown to them");
    }

    [Fact]
    public async Task WhoWasRefused_MeetsNoTraceOfIt()
    {
        var (cast, filled) = await AllegationAsync();
        var visitor = await Visitor.SignedInAsync(world, cast["teacher2"]);
        string[] own = ["/home", "/desk", "/receipts", "/search", "/report", "/no-longer-with-you"];
        var before = new List<string>();
        foreach (var address in own) before.Add((await visitor.GetAsync(address)).Plain());
        var letters = await LettersAsync();

        await visitor.GetAsync($"/incidents/{filled.Reference}");
        await visitor.GetAsync($"/incidents/{filled.Reference}/readings");

        (await RowsAsync(filled)).ShouldHaveSingleItem();
        for (var at = 0; at < own.Length; at++) (await visitor.GetAsync(own[at])).Plain().ShouldBe(before[at], own[at]);
        (await LettersAsync()).ShouldBe(letters);
        // Whom a record is kept from is never among those who may ask who saw it, whatever else they hold.
        (await visitor.GetAsync($"/incidents/{filled.Reference}/readings")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Hidden_AsksTheDatabaseAsOftenAsAbsent()
    {
        var (cast, filled) = await AllegationAsync();
        var viewer = await world.ViewerAsync(cast["other-dsl"]);

        var hidden = await StatementsAsync(viewer, filled.Reference);
        var again = await StatementsAsync(viewer, filled.Reference);
        var absent = await StatementsAsync(viewer, RandomReference.New());

        (await RowsAsync(filled)).ShouldHaveSingleItem();
        hidden.Count.ShouldBeGreaterThan(3);
        again.ShouldBe(absent);
        hidden.SkipLast(1).ShouldBe(absent.SkipLast(1));
        hidden.Count.ShouldBe(absent.Count);
    }

    [Fact]
    public async Task Attempts_AreSealedLikeEverythingElse()
    {
        var (cast, filled) = await AllegationAsync();
        await (await Visitor.SignedInAsync(world, cast["teacher2"])).GetAsync($"/incidents/{filled.Reference}");

        await world.SealAsync();

        var row = (await RowsAsync(filled)).ShouldHaveSingleItem();
        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalSeal>().CountAsync(seal => seal.JournalId == row.Id))).ShouldBe(1);
        var head = await world.SignedInAsync(cast["head"]);
        (await head.GetAsync($"/incidents/{filled.Reference}/readings")).Document.QuerySelector("#attempts")!.TextContent.ShouldNotContain("Not yet");
    }

    private async Task<(Cast Cast, FilledRecord Filled)> AllegationAsync()
    {
        var cast = await Cast.GatherAsync(world);
        var record = await new Situation(world, cast).HappenAsync(new AudienceCase("", ["teacher2"], [], "allegation", ["head"], false));
        return (cast, await FilledRecord.FillAsync(world, record, cast["head"].IdentityId));
    }

    private async Task<bool> LeavesARowAsync(FilledRecord filled, Func<Task> ask)
    {
        world.Clock.Pass(LongAfter);
        var before = (await RowsAsync(filled)).Count;
        await ask();
        return (await RowsAsync(filled)).Count == before + 1;
    }

    private Task<List<JournalRow>> RowsAsync(FilledRecord filled) => world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().AsNoTracking()
        .Where(row => row.RecordId == filled.Id && row.Act == nameof(RecordRefused)).OrderBy(row => row.At).ToListAsync());

    private Task<int> LettersAsync() => world.DoAsync(services => services.GetRequiredService<Store>().Set<OutboxLetter>().CountAsync());

    /// <summary>What the database is asked while a refusal is noted, in order.</summary>
    private async Task<List<string>> StatementsAsync(Viewer viewer, RandomReference reference)
    {
        using var listening = new Listening();
        await world.DoAsync(services => services.GetRequiredService<RefusedLookUps>().NoteAsync(viewer, reference, CancellationToken.None), viewer);
        return listening.Statements;
    }

    // Other classes run beside this one: only what is asked in this flow is heard.
    private sealed class Listening : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static readonly AsyncLocal<Listening?> Here = new();
        private readonly List<IDisposable> _ends = [];

        public Listening()
        {
            Here.Value = this;
            _ends.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<string> Statements { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) _ends.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Here.Value == this && value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData command) Statements.Add(command.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            Here.Value = null;
            foreach (var end in _ends) end.Dispose();
        }
    }
}
