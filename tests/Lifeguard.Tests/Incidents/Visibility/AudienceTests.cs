using Lifeguard.Incidents.Model;
using Lifeguard.Incidents.Storage;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Incidents.Visibility;

/// <summary>Every line of the audience table, asked of every person of the school and the trust.</summary>
public sealed class AudienceTests(World world) : IClassFixture<World>
{
    public static TheoryData<string> Cases() => [.. AudienceTable.Read().Select(one => one.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    [Requirement("A-018")]
    [Requirement("A-030")]
    [Requirement("B-009")]
    public async Task Record_IsKnown_ToExactlyThoseOfTheTable(string name)
    {
        var row = AudienceTable.Read().Single(one => one.Case == name);
        var cast = await Cast.GatherAsync(world, row);

        var record = await new Situation(world, cast).HappenAsync(row);

        var knowing = await KnowingAsync(cast, record);
        knowing.ShouldBe(row.MayKnow.Order(StringComparer.Ordinal), ignoreOrder: false);
        (await world.DoAsync(services => services.GetRequiredService<Store>().Set<Incident>().SingleAsync(one => one.Id == record))).TellsAuthority.ShouldBe(row.TellsAuthority);
    }

    private async Task<List<string>> KnowingAsync(Cast cast, Guid record)
    {
        var everybody = cast.WhoCanSignIn.Select(one => one.Value.IdentityId).ToList();
        var told = await world.DoAsync(services => services.GetRequiredService<IncidentAudience>().WhoMayKnowAsync(new RecordRef(Incident.Kind, record), everybody, CancellationToken.None));
        var knowing = new List<string>();
        foreach (var (part, someone) in cast.WhoCanSignIn)
        {
            var viewer = await world.ViewerAsync(someone);
            var sees = await world.DoAsync(services => services.GetRequiredService<Store>().IncidentsFor(viewer).AnyAsync(one => one.Id == record), viewer);
            // Two ways to the same answer: the page's query and the outbox's question.
            sees.ShouldBe(told.Contains(someone.IdentityId), part);
            if (sees) knowing.Add(part);
        }

        knowing.Sort(StringComparer.Ordinal);
        return knowing;
    }
}
