using System.Text.RegularExpressions;
using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Pages.Incidents.DeskList;
using Lifeguard.Incidents.Pages.Incidents.Raise;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Tests.Access;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Cli;

/// <summary>A real roster in an empty school, from the first line typed to a concern on the desk.</summary>
public sealed partial class RosterToDeskTests(World world) : IClassFixture<World>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Roster_LoadedByCommand_CarriesAConcernToTheDesk()
    {
        var terminal = new Terminal(world.Database);
        using var small = new RosterExport().With("users.csv",
            """
            sourcedId,status,orgSourcedIds,role,givenName,familyName,agentSourcedIds,email,grades,password
            p1,active,s1,student,Amelia,Thorne,g1,,07,secret
            a1,active,s1,teacher,Ruth,Okoro,,ruth@ashlea.example.org,,
            a2,active,s1,teacher,Idris,Blakemore,,idris@ashlea.example.org,,
            a3,active,s1,teacher,Hope,Sandiford,,hope@ashlea.example.org,,
            g1,active,s1,guardian,Marta,Thorne,,marta@family.example.org,,
            """);
        var path = Checkout.SixSchools ?? small.AsZip();

        var first = await terminal.TypeAsync("import", "roster", path);
        var again = await terminal.TypeAsync("import", "roster", path);

        first.Code.ShouldBe(0, first.Said + first.Complained);
        first.Said.ShouldContain("Pupils");
        again.Code.ShouldBe(0);
        again.Said.ShouldContain("Nothing was new and nothing was changed.");
        if (Checkout.SixSchools is not null) (await PeopleAsync()).Count.ShouldBe(5_491);

        var (school, adults, pupil) = await SomeSchoolAsync();
        var dsl = await PostAsync(terminal, school, adults[0], "DesignatedSafeguardingLead", "dsl@school.example.org");
        await PostAsync(terminal, school, adults[1], "Head", "head@school.example.org");
        var teacher = await PostAsync(terminal, school, adults[2], "Teacher", "teacher@school.example.org");
        await RaiseAsync(teacher, pupil);

        (await DeskAsync(dsl)).ShouldBe(1);
        (await DeskAsync(teacher)).ShouldBe(0);
    }

    // Gives the role and an invitation, then accepts it with the link that was printed.
    private async Task<Someone> PostAsync(Terminal terminal, OrganisationCard school, Person adult, string role, string email)
    {
        // A roster's teachers are teachers already.
        var given = await terminal.TypeAsync("role", "give", adult.Name, role, "--school", school.ReportCode, "--from", "2026-09-01");
        (given.Code == 0 || given.Said.Contains("holds that role already", StringComparison.Ordinal)).ShouldBeTrue(given.Said + given.Complained);
        var opened = await terminal.TypeAsync("account", "open", email, "--person", adult.Name, "--school", school.ReportCode);
        opened.Code.ShouldBe(0, opened.Said + opened.Complained);
        var browser = world.Stranger();
        var link = await browser.GetAsync(Link().Match(opened.Said).Value);
        var connect = await link.SubmitAsync(form => form.Set("Password", WaySteps.Good), "Continue");
        if (connect.Document.QuerySelectorAll("button").Any(one => one.TextContent.Trim() == "Go on without an app")) await connect.SubmitAsync(button: "Go on without an app");
        else await connect.SubmitAsync(form => form.Set("Code", Phone.Reading(connect).Code(world.Clock.GetUtcNow())), "Finish");
        var page = await browser.GetAsync("/home");
        page.Path.ShouldBe("/home", page.Text);
        return new Someone(adult.Id, adult.IdentityId, school.Id, adult.Name, email);
    }

    private async Task<(OrganisationCard School, List<Person> Adults, Person Pupil)> SomeSchoolAsync()
    {
        var people = await PeopleAsync();
        var schools = (await world.DoAsync(services => services.GetRequiredService<IOrganisations>().AllAsync(Stop))).Where(one => one.Kind == OrganisationKind.School);
        foreach (var school in schools)
        {
            var here = people.Where(one => one.Org == school.Id && one.EndedOn is null).ToList();
            // Two of one name cannot be told apart by name, and the command line says so.
            var adults = here.Where(one => one.Kind == PersonKind.Staff && people.Count(other => other.Kind != PersonKind.Pupil && Folding.Fold(other.Name) == Folding.Fold(one.Name)) == 1).Take(3).ToList();
            if (adults.Count == 3 && here.Find(one => one.Kind == PersonKind.Pupil) is { } pupil) return (school, adults, pupil);
        }

        throw new InvalidOperationException("The export has no school with three adults and a pupil.");
    }

    private Task<List<Person>> PeopleAsync() => world.DoAsync(services => services.GetRequiredService<Store>().Set<Person>().AsNoTracking().ToListAsync(Stop));

    private async Task RaiseAsync(Someone teacher, Person pupil)
    {
        var viewer = await world.ViewerAsync(teacher);
        await world.DoAsync(services => services.GetRequiredService<RaiseConcern>().RunAsync(Guid.CreateVersion7(world.Clock.GetUtcNow()), teacher.Org, viewer, new RaiseAnswers
        {
            Danger = Danger.No,
            People = [new Named(pupil.Id, pupil.Name, NamedAs.Pupil, Part.Harmed)],
            ReadersShown = true,
            WhatHappened = "Somebody in a game asks which school this is.",
            ImageryConcerned = false,
            NoWordsOfTheChild = true,
        }, Stop), viewer);
    }

    private async Task<int> DeskAsync(Someone someone)
    {
        var viewer = await world.ViewerAsync(someone);
        return await world.DoAsync(async services => (await services.GetRequiredService<FindDesk>().OpenAsync(viewer, null, Stop)).Count(DeskGroup.New), viewer);
    }

    [GeneratedRegex("/invitation/\\S+")]
    private static partial Regex Link();
}
