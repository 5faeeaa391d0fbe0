using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Lifeguard.Tests.Jobs;

public sealed class SealerTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Row_CommittedLongAfterItsTime_IsFoundByTheNextFullLook()
    {
        var school = await world.SchoolAsync();
        var clock = FakeClock.FridayAfternoon();
        var sealer = new Sealer(world.Services.GetRequiredService<NpgsqlDataSource>(), clock, NullLogger<Sealer>.Instance);
        while (await sealer.SealAsync(CancellationToken.None) > 0)
        {
        }

        var straggler = await CommitAsync(school, clock.GetUtcNow().AddHours(-2));
        clock.PassMinutes(1);
        var soon = await CommitAsync(school, clock.GetUtcNow());
        await sealer.SealAsync(CancellationToken.None);
        (await IsSealedAsync(soon), await IsSealedAsync(straggler)).ShouldBe((true, false));

        clock.PassMinutes(5);
        await sealer.SealAsync(CancellationToken.None);

        (await IsSealedAsync(straggler)).ShouldBeTrue();
        (await sealer.SealAsync(CancellationToken.None)).ShouldBe(0);
    }

    private Task<Guid> CommitAsync(Guid school, DateTimeOffset at) => world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var about = Guid.CreateVersion7(at);
        await store.CommitAsync(Deed.OfSystem(school, "Test", at), new OrganisationAdded(new RecordRef("organisation", about), OrganisationKind.School, null), CancellationToken.None);
        return await store.Set<JournalRow>().Where(row => row.RecordId == about).Select(row => row.Id).SingleAsync();
    });

    private Task<bool> IsSealedAsync(Guid id) => world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalSeal>().AnyAsync(seal => seal.JournalId == id));
}
