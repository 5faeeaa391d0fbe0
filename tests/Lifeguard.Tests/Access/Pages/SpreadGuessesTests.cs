using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Access.Pages;

/// <summary>Somebody tries one password on everybody: whoever can do something about it is told, without a name.</summary>
public sealed class SpreadGuessesTests(World world) : IClassFixture<World>
{
    private const string Line = "Somebody has tried passwords on many accounts since yesterday";

    [Fact]
    [Requirement("A-033")]
    public async Task GuessingAtManyAccounts_StandsOnTheAdministratorsHome_AndGoesAfterADay()
    {
        var school = await world.SchoolAsync();
        var administrator = await world.PersonAsync(school, "Adil Dmitriev", PersonKind.Staff, Role.Administrator);
        var teacher = await world.PersonAsync(school, "Tamsin Earle", PersonKind.Staff, Role.Teacher);
        await GuessAsync("the school's own computers", 60, 14);
        (await HomeAsync(administrator)).Text.ShouldNotContain(Line);

        await GuessAsync("somewhere", 40, 15);

        var page = await (await HomeAsync(administrator)).FollowAsync(Line);
        page.Text.ShouldContain("tried passwords on many accounts from one network address");
        (await HomeAsync(teacher)).Text.ShouldNotContain(Line);

        world.Clock.Pass(TimeSpan.FromHours(25));
        (await HomeAsync(administrator)).Text.ShouldNotContain(Line);
    }

    private async Task<PageSeen> HomeAsync(Someone someone) => await (await world.SignedInAsync(someone)).GetAsync("/home");

    private Task<int> GuessAsync(string from, int tries, int names)
    {
        var at = world.Clock.GetUtcNow().ToUniversalTime();
        return world.DoAsync(services => services.GetRequiredService<Store>().Database.ExecuteSqlAsync(
            $"insert into guess (id, name_hash, from_hash, is_code, at) select gen_random_uuid(), sha256(((n % {names})::text)::bytea), sha256({from}::bytea), false, {at} from generate_series(1, {tries}) n"));
    }
}
