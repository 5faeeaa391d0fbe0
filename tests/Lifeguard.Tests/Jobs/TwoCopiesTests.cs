using System.Collections.Concurrent;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Tests.BadDays;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Jobs;

/// <summary>Two copies of the site share one database: what one person does at one goes on at the other, and what runs by itself runs once.</summary>
public sealed class TwoCopiesTests(World world) : IClassFixture<World>
{
    private const int Reports = 12;

    [Fact]
    public async Task TwoCopies_ShareSessionsAndKeys_AndDoEverythingOnce()
    {
        var school = await world.SchoolAsync();
        var lead = await world.PersonAsync(school, "Rosalind Achterberg", PersonKind.Staff, Role.DesignatedSafeguardingLead);
        await world.PersonAsync(school, "Idris Pennyfather", PersonKind.Staff, Role.DeputySafeguardingLead);
        var code = await world.CodeAsync(school);
        await world.SealAsync();
        var post = FreePorts.Next();
        await using var listener = new SmtpListener(post);
        await using var one = await StartAsync(post);
        await using var other = await StartAsync(post);
        var cookies = new PlainCookies();
        using var atOne = new HttpClient(cookies) { BaseAddress = one.Address };
        using var atOther = new HttpClient(new PlainCookies(cookies)) { BaseAddress = other.Address };

        await new Browser(atOne).SignInAsync(lead.Email);
        var home = await new Browser(atOther).GetAsync("/home");
        // The form came from one copy and is sent to the other: both must read the same keys.
        var form = await new Browser(atOne).GetAsync("/sign-out");
        var token = form.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var signedOut = await new Browser(atOther).PostAsync("/sign-out", [new("__RequestVerificationToken", token)]);
        var after = await new Browser(atOne).GetAsync("/home");

        var acknowledged = new ConcurrentDictionary<string, string>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            var site = writer % 2 == 0 ? one : other;
            for (var number = 0; number < Reports / 4; number++)
            {
                var text = $"Writer {writer}, report {number}";
                acknowledged[text] = (await new Reporter(site.Address, code).ReportAsync(text, () => false))!;
            }
        }));
        await world.DoAsync(services => services.GetRequiredService<Store>().Database.ExecuteSqlAsync($"update duty set opened_at = opened_at - interval '20 days', next_step_at = now() - interval '19 days' where settled_at is null"));
        await UntilAsync("select 'due' from duty where settled_at is null and next_step_at < now()", 0);
        await UntilAsync("select 'waiting' from outbox_letter where sent_at is null and withdrawn_at is null", 0);
        await Aftermath.SealedAsync(world.Database.Backup);

        home.Heading.ShouldBe("What waits for you");
        signedOut.Path.ShouldNotBe("/error/400");
        after.Path.ShouldBe("/sign-in");
        listener.Letters.Select(letter => letter.Header("Message-ID")).ShouldBeUnique();
        listener.Letters.Count.ShouldBe((await Aftermath.ColumnAsync(world.Database.Backup, "select id::text from outbox_letter where sent_at is not null")).Count);
        listener.Letters.Count.ShouldBeGreaterThanOrEqualTo(Reports);
        var steps = await Aftermath.ColumnAsync(world.Database.Backup, "select concat(record_id, payload::json->>'Key', payload::json->>'Step') from journal where act = 'DutyOverdue'");
        steps.Count.ShouldBeGreaterThanOrEqualTo(Reports);
        steps.ShouldBeUnique();
        await Aftermath.ShouldHoldAsync(world.Database.Backup, acknowledged);
        await Aftermath.ShouldVerifyAsync(world.Database.Backup);
    }

    private Task<SiteProcess> StartAsync(int post) => SiteProcess.StartAsync(world.Database.App, world.Database.Data, FreePorts.Next(),
        "--Lifeguard:Mail:Server=127.0.0.1", $"--Lifeguard:Mail:Port={post}", "--Lifeguard:Jobs:Outbox=00:00:01", "--Lifeguard:Jobs:Duties=00:00:01");

    private async Task UntilAsync(string sql, int rows)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if ((await Aftermath.ColumnAsync(world.Database.Backup, sql)).Count == rows) return;
            await Task.Delay(100);
        }

        throw new InvalidOperationException("Never became so: " + sql);
    }
}
