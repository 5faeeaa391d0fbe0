using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Lifeguard.Access.Contracts;
using Lifeguard.Access.Model;
using Lifeguard.Filtering.WebPasswords;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Tests.Access;
using Lifeguard.Tests.BadDays;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Filtering;

/// <summary>The password that a person types where the proxy asks: made by them, asked about by gateways, and good for nothing else.</summary>
public sealed class WebPasswordTests(World world) : IClassFixture<World>, IAsyncLifetime
{
    private const string Key = "a key that is long enough";

    private Guid _school;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(world.GateFolder);
        await File.WriteAllTextAsync(Path.Combine(world.GateFolder, "gate.key"), Key + "\n");
        _school = await world.SchoolAsync();
        world.Clock.PassMinutes(6);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task MadeByThePerson_ShownOnce_AndGoodAtTheProxyAlone()
    {
        var (teacher, browser) = await TeacherAsync();
        var account = await browser.GetAsync("/account");
        account.Document.QuerySelectorAll("main a").ShouldContain(link => link.GetAttribute("href") == "/account/web-password");
        var page = await browser.GetAsync("/account/web-password");
        page.Text.ShouldContain("Never type the password with which you sign in here");

        var shown = ShownOn(await page.SubmitAsync(button: "Make one"));

        (await browser.GetAsync("/account/web-password")).Html.ShouldNotContain(shown);
        (await AskAsync(teacher.Email, shown)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await AskAsync(teacher.Email.ToUpperInvariant(), shown.Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await AskAsync(teacher.Email, Someone.Password)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(teacher.Email, shown)).Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await world.Stranger().TypeAsync(teacher.Email, shown)).Errors.ShouldHaveSingleItem();
        (await Aftermath.ColumnAsync(world.Database.Backup, $"select encode(hash, 'escape') || encode(salt, 'escape') from web_password where identity_id = '{teacher.IdentityId}'")).ShouldHaveSingleItem().ShouldNotContain(shown[..4]);
    }

    [Fact]
    public async Task ReplacedOrWithdrawn_TheOldOneOpensNothing_AMomentLater()
    {
        var (teacher, browser) = await TeacherAsync();
        var first = ShownOn(await (await browser.GetAsync("/account/web-password")).SubmitAsync(button: "Make one"));
        (await AskAsync(teacher.Email, first)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var second = ShownOn(await (await browser.GetAsync("/account/web-password")).SubmitAsync(button: "Make a new one"));
        (await AskAsync(teacher.Email, first)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(teacher.Email, second)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var page = await (await browser.GetAsync("/account/web-password")).SubmitAsync(button: "Withdraw it");
        page.Text.ShouldContain("None");
        (await AskAsync(teacher.Email, second)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ActsAsync(teacher)).ShouldBe(["WebPasswordMade", "WebPasswordMade", "WebPasswordWithdrawn"], ignoreOrder: true);
    }

    [Fact]
    public async Task WithoutASecondFactorGivenJustNow_ItIsAskedFirst()
    {
        var teacher = await world.PersonAsync(_school, "Ines Farrow", PersonKind.Staff, Role.Teacher);
        var browser = new Browser(await world.SignedInClientAsync(teacher, SignInWay.Password));

        (await browser.GetAsync("/account/web-password")).Path.ShouldBe("/step-up");
    }

    [Fact]
    public async Task EveryNo_IsTheSame()
    {
        var (teacher, browser) = await TeacherAsync();
        var shown = ShownOn(await (await browser.GetAsync("/account/web-password")).SubmitAsync(button: "Make one"));
        var without = await world.PersonAsync(_school, "Rowan Tindall", PersonKind.Staff, Role.Teacher);
        var (closed, other) = await TeacherAsync();
        var ofClosed = ShownOn(await (await other.GetAsync("/account/web-password")).SubmitAsync(button: "Make one"));
        await world.DoAsync(services => services.GetRequiredService<Store>().Database.ExecuteSqlAsync($"update account set closed_at = now() where identity_id = {closed.IdentityId}"));

        var answers = new List<string>();
        foreach (var (name, password) in new[] { (teacher.Email, "wrong"), (teacher.Email, ""), ("nobody@school.example.org", shown), (without.Email, shown), (closed.Email, ofClosed), (new string('x', 2_000), new string('y', 1_000)) })
        {
            var answer = await AskAsync(name, password);
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)} {string.Join(' ', answer.Headers.Concat(answer.Content.Headers).Select(header => header.Key))}");
        }

        answers.Distinct().ShouldHaveSingleItem().ShouldStartWith("Forbidden no");
    }

    [Fact]
    public async Task WithoutTheGatesKey_ThereIsNoSuchDoor()
    {
        var (teacher, browser) = await TeacherAsync();
        var shown = ShownOn(await (await browser.GetAsync("/account/web-password")).SubmitAsync(button: "Make one"));

        foreach (var key in new[] { null, "", "another key that is long enough", Key + "x" }) (await AskAsync(teacher.Email, shown, key)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // A browser brings a session and no key.
        (await browser.PostAsync("/gate/sign-in", [new("name", teacher.Email), new("password", shown)])).Status.ShouldBe(HttpStatusCode.NotFound);

        foreach (var body in new[] { "", "null", "[]", "{\"name\":1}", "{\"name\":\"\\ud800\",\"password\":\"x\"}", $"{{\"name\":\"{new string('a', 9_000)}\",\"password\":\"x\"}}" })
            (await SendAsync(new StringContent(body), Key)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Guessing_IsBounded_AndShutsNobodyOut()
    {
        var (teacher, browser) = await TeacherAsync();
        var shown = ShownOn(await (await browser.GetAsync("/account/web-password")).SubmitAsync(button: "Make one"));
        var (colleague, other) = await TeacherAsync();
        var theirs = ShownOn(await (await other.GetAsync("/account/web-password")).SubmitAsync(button: "Make one"));
        (await AskAsync(colleague.Email, theirs)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        for (var guess = 0; guess < 12; guess++)
        {
            await AskAsync(teacher.Email, "wrong");
            await AskAsync(colleague.Email, "wrong");
        }

        // Not looked at any more; who was found right a moment ago goes on, and nobody's sign-in to the site has heard of it.
        (await AskAsync(teacher.Email, shown)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(colleague.Email, theirs)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await world.Stranger().TypeAsync(teacher.Email)).Errors.ShouldBeEmpty();
        world.Clock.PassMinutes(5);
        (await AskAsync(teacher.Email, shown)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        // Names that nobody has cannot be guessed at, and their number shuts nobody out.
        for (var number = 0; number < 30; number++) await AskAsync($"invented{number}@school.example.org", "wrong");
        world.Services.GetRequiredService<WebGuesses>().All.ShouldBeLessThan(30);
    }

    [Fact]
    public void GuessesInAll_AreBounded_WhateverTheNames()
    {
        var guesses = new WebGuesses(world.Clock);

        Enumerable.Range(0, 5_000).Count(number => guesses.MayTry($"somebody{number}@school.example.org")).ShouldBe(2_000);
        guesses.WasRight("somebody1@school.example.org", "mark");
        guesses.IsKnown("mark").ShouldBeTrue();
        guesses.MayTry("somebody1@school.example.org").ShouldBeTrue();
    }

    [Fact]
    public async Task WhoeverLeaves_OrWhosePasswordIsKnownToAnother_HasNoneAnyMore()
    {
        var (leaver, first) = await TeacherAsync();
        var ofLeaver = ShownOn(await (await first.GetAsync("/account/web-password")).SubmitAsync(button: "Make one"));
        var (known, second) = await TeacherAsync();
        var ofKnown = ShownOn(await (await second.GetAsync("/account/web-password")).SubmitAsync(button: "Make one"));
        (await AskAsync(leaver.Email, ofLeaver)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await world.DoAsync(services => services.GetRequiredService<Store>().CommitAsync(Deed.OfSystem(_school, "Test", world.Clock.GetUtcNow()), new PeopleLeft(new RecordRef("organisation", _school), [leaver.IdentityId]), CancellationToken.None));
        await (await second.GetAsync("/account")).SubmitAsync(button: "Somebody knows my password");

        (await AskAsync(leaver.Email, ofLeaver)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(known.Email, ofKnown)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ActsAsync(leaver)).ShouldBe(["WebPasswordMade", "WebPasswordWithdrawn"], ignoreOrder: true);
        (await ActsAsync(known)).ShouldBe(["WebPasswordMade", "WebPasswordWithdrawn"], ignoreOrder: true);
    }

    private async Task<(Someone Teacher, Browser Browser)> TeacherAsync()
    {
        var teacher = await world.PersonAsync(_school, "Ines Farrow", PersonKind.Staff, Role.Teacher);
        return (teacher, await world.SignedInAsync(teacher));
    }

    private static string ShownOn(PageSeen page)
    {
        var shown = System.Text.RegularExpressions.Regex.Match(page.Text, "[2-9a-z]{4}(?:-[2-9a-z]{4}){3}").Value;
        shown.Length.ShouldBe(19, page.Text);
        return shown;
    }

    private Task<HttpResponseMessage> AskAsync(string name, string password, string? key = Key) => SendAsync(JsonContent.Create(new { name, password }), key);

    private async Task<HttpResponseMessage> SendAsync(HttpContent body, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/gate/sign-in") { Content = body };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await World.ClientWith(world.Cookies()).SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Task<IReadOnlyList<string>> ActsAsync(Someone someone) =>
        Aftermath.ColumnAsync(world.Database.Backup, $"select act from journal where record_kind = 'web-password' and payload::text like '%{someone.IdentityId}%'");
}
