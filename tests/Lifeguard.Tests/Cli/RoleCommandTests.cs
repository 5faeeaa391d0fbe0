using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Cli;

/// <summary>What after a restore, or on the first day, is done at the machine: a role with a last day, and one taken back at once.</summary>
public sealed class RoleCommandTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Role_IsGivenWithALastDay_AndOneThatBeganToday_EndsAtOnce()
    {
        var terminal = new Terminal(world.Database);
        var person = await world.PersonAsync(await world.SchoolAsync(), "Idris Blakemore", PersonKind.Staff);

        (await terminal.TypeAsync("role", "give", person.Name, "Teacher", "--until", "soon")).Said.ShouldContain("soon is not a date");
        (await terminal.TypeAsync("role", "give", person.Name, "Teacher", "--from", "2027-09-01", "--until", "2027-07-31")).Code.ShouldBe(2);
        var given = await terminal.TypeAsync("role", "give", person.Name, "Teacher", "--until", "2099-07-31");
        given.Said.ShouldContain("until 31 July 2099");
        (await HeldAsync(person)).Until.ShouldBe(new DateOnly(2099, 7, 31));

        var ended = await terminal.TypeAsync("role", "end", person.Name, "Teacher");

        ended.Code.ShouldBe(0, ended.Said + ended.Complained);
        ended.Said.ShouldContain("Teacher no longer.");
        var held = await HeldAsync(person);
        held.Until.ShouldBe(held.From.AddDays(-1), "it never was held");
    }

    private Task<Appointment> HeldAsync(Someone person) => world.DoAsync(services => services.GetRequiredService<Store>().Set<Appointment>().AsNoTracking().SingleAsync(one => one.PersonId == person.PersonId));
}
