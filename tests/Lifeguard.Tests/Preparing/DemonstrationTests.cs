using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Children.Model;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Walls;
using Lifeguard.Tests.House;
using Lifeguard.Verifier;
using Lifeguard.Web.Preparing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lifeguard.Tests.Preparing;

/// <summary>The demonstration as the first start makes it, after one that was stopped in the middle.</summary>
public sealed class DemonstrationTests(DemonstrationTests.Made made) : IClassFixture<DemonstrationTests.Made>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Made_AfterAnInterruption_IsWholeAndTellsNothingTwice()
    {
        var raised = await made.AskAsync(store => store.Set<Report>().CountAsync(Stop));
        var fromEveryStory = await made.AskAsync(store => store.Set<Report>().GroupBy(one => one.WhatHappened).CountAsync(Stop));

        made.SaidBeforeInterruption.ShouldNotContain("The demonstration is ready");
        made.Said.ShouldContain("The demonstration is ready");
        raised.ShouldBeInRange(55, 75);
        fromEveryStory.ShouldBe(raised);
    }

    [Fact]
    public async Task ChildrensFiles_HoldFactsAndEntriesFromBefore_AndOneWaitsToBeSent()
    {
        (await made.AskAsync(store => store.Set<ChildFile>().CountAsync(Stop))).ShouldBe(7, "one of them is due for review");
        (await made.AskAsync(store => store.Set<ChildFact>().CountAsync(Stop))).ShouldBe(21);
        var entries = await made.AskAsync(store => store.Set<ChildEntry>().ToListAsync(Stop));
        entries.Count.ShouldBe(7, "of one pupil the export does not say who is meant");
        entries.ShouldContain(entry => entry.AboutAnAdult && entry.Barred.Count > 0);
        (await made.AskAsync(store => store.Set<FileTransfer>().SingleAsync(Stop))).State.ShouldBe(TransferState.Open);
    }

    [Fact]
    public async Task SecondStart_ChangesNothing()
    {
        var before = await made.AskAsync(store => store.Set<JournalRow>().CountAsync(Stop));
        List<string> said = [];

        await Preparation.RunAsync(made.Services, said.Add, Stop);

        said.ShouldBeEmpty();
        (await made.AskAsync(store => store.Set<JournalRow>().CountAsync(Stop))).ShouldBe(before);
    }

    [Fact]
    public async Task StartPage_OffersEveryRole()
    {
        var labels = await made.AskAsync(store => store.Set<Account>().Where(one => one.DemonstrationLabel != null).OrderBy(one => one.Id).Select(one => one.DemonstrationLabel!).ToListAsync(Stop));

        labels[0].ShouldStartWith("Teacher at Tarrowby High School");
        foreach (var role in new[] { "Safeguarding lead (DSL)", "Deputy", "Head teacher", "Chair of governors", "IT technician", "SENCo", "governor", "Trust safeguarding lead", "Partnership officer", "System administrator", "Chief executive", "Governance officer", "Data-protection lead" })
            labels.ShouldContain(label => label.Contains(role, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nasreen.qadir@tarrowby.example.org", "Urgent,New,Mine,Overdue,Waiting,Closed")]
    [InlineData("ruth.adeyemicarr@tarrowby.example.org", "Mine,Waiting")]
    [InlineData("kwame.asantebirch@larkhollow.example.org", "Urgent,New,Mine,Overdue")]
    [InlineData("chair@tarrowby.example.org", "New")]
    public async Task Desk_HasSomethingInTheseGroups(string email, string groups)
    {
        var counts = await made.InAsync(async inside =>
        {
            var identity = await inside.GetRequiredService<Store>().Set<Account>().Where(one => one.Email == email).Select(one => one.IdentityId).SingleAsync(Stop);
            var viewer = (await inside.GetRequiredService<IAccounts>().ViewerOfAsync(identity, Stop))!;
            var desk = inside.GetRequiredService<FindDesk>();
            var open = await desk.OpenAsync(viewer, null, Stop);
            var closed = await desk.ClosedAsync(viewer, null, 1, 1, Stop);
            return Enum.GetValues<DeskGroup>().ToDictionary(group => group, group => group == DeskGroup.Closed ? closed.Count : open.Count(group));
        });

        foreach (var group in groups.Split(',')) counts[Enum.Parse<DeskGroup>(group)].ShouldBeGreaterThan(0, group);
    }

    [Fact]
    public async Task Year_IsSpreadOutAndInOrder()
    {
        var raised = await made.AskAsync(store => store.Set<Incident>().OrderBy(one => one.RaisedAt).Select(one => one.RaisedAt).ToListAsync(Stop));
        var now = made.Services.GetRequiredService<TimeProvider>().GetUtcNow();

        (now - raised[0]).TotalDays.ShouldBeInRange(330, 372);
        (now - raised[^1]).TotalMinutes.ShouldBeGreaterThan(0);
        raised.Count(at => now - at > TimeSpan.FromDays(100)).ShouldBeGreaterThan(25);
    }

    [Fact]
    public async Task Journal_OfTheYear_IsIntact()
    {
        using var output = new StringWriter();

        var code = await EntryPoint.RunAsync(["verify", "--connection", made.Database.Backup, "--entries"], output, TextWriter.Null, TimeProvider.System, Stop);

        code.ShouldBe(0, output.ToString());
    }

    /// <summary>Makes it once for the class.</summary>
    public sealed class Made : IAsyncLifetime
    {
        private WebApplication _app = null!;

        internal TestDatabase Database { get; private set; } = null!;

        public IServiceProvider Services => _app.Services;

        public IList<string> SaidBeforeInterruption { get; } = new List<string>();

        public IList<string> Said { get; } = new List<string>();

        public async ValueTask InitializeAsync()
        {
            Database = await TestDatabase.CreateAsync();
            _app = Lifeguard.Web.Hosting.House.Build(
                ["--Lifeguard:NoJobs=true", "--Lifeguard:Demonstration=true", $"--Lifeguard:Data={Database.Data}", $"--Lifeguard:DemoFolder={Path.Combine(Repository.Root, "demo")}",
                    $"--ConnectionStrings:App={Database.App}", $"--ConnectionStrings:Owner={Database.Owner}"],
                builder => builder.Logging.ClearProviders());
            using var interrupt = new CancellationTokenSource();
            await Should.ThrowAsync<OperationCanceledException>(() => Preparation.RunAsync(Services, line =>
            {
                SaidBeforeInterruption.Add(line);
                if (line.StartsWith("A year", StringComparison.Ordinal)) interrupt.Cancel();
            }, interrupt.Token));
            await Preparation.RunAsync(Services, Said.Add, TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            await Database.DisposeAsync();
        }

        internal Task<T> AskAsync<T>(Func<Store, Task<T>> ask) => InAsync(inside => ask(inside.GetRequiredService<Store>()));

        internal async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work)
        {
            await using var scope = Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<OrganisationScope>().OpenTo("test");
            return await work(scope.ServiceProvider);
        }
    }
}
