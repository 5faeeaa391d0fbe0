using System.Net;
using System.Text.Json;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Leases;
using Lifeguard.Filtering.Model;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lifeguard.Tests.Filtering;

/// <summary>What a gateway hears of who sits where.</summary>
public sealed class SaidLeaseTests(GateScene scene) : IClassFixture<GateScene>
{
    [Fact]
    public async Task EachGateway_HearsTheAccount_UnderTheFoldersKey_AndASilentOneStopsNothing()
    {
        var heard = new List<(string Key, JsonElement Body)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var gateway = builder.Build();
        gateway.MapPost("/leases", async (HttpContext http) =>
        {
            heard.Add((http.Request.Headers.Authorization.ToString(), await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body)));
            return Results.NoContent();
        });
        await gateway.StartAsync(TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(scene.World.GateFolder, GateFolder.KeyFile), "the-key-of-this-gate\n", TestContext.Current.CancellationToken);
        var settings = new GateSettings { Folder = scene.World.GateFolder, Gateways = [new Uri("http://127.0.0.1:1"), new Uri(gateway.Urls.First())] };
        using var say = new SayWhoSitsWhere(new LeaseKeeper(scene.World.Clock), settings, new GateKey(settings.Folder), scene.World.Services.GetRequiredService<IServiceScopeFactory>(), NullLogger<SayWhoSitsWhere>.Instance);
        var until = scene.World.Clock.GetUtcNow().AddMinutes(10);

        await say.SayAsync(new Lease(IPAddress.Parse("10.1.2.3"), scene.Teacher.IdentityId, until), TestContext.Current.CancellationToken);
        await say.SayAsync(new Lease(IPAddress.Parse("10.1.2.3"), null, until), TestContext.Current.CancellationToken);

        heard.Select(one => one.Key).ShouldBe(["Bearer the-key-of-this-gate", "Bearer the-key-of-this-gate"]);
        heard[0].Body.GetProperty("address").GetString().ShouldBe("10.1.2.3");
        heard[0].Body.GetProperty("account").GetString().ShouldBe(scene.Teacher.Email);
        heard[0].Body.GetProperty("until").GetDateTimeOffset().ShouldBe(until);
        heard[1].Body.GetProperty("account").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task WhoeverLeaves_SitsNowhereAnyMore()
    {
        var leases = scene.World.Services.GetRequiredService<LeaseKeeper>();
        foreach (var (someone, seat) in new[] { (scene.Teacher, "10.4.0.1"), (scene.Colleague, "10.4.0.2") })
        {
            await scene.World.SignedInAsync(someone);
            leases.Seen(IPAddress.Parse(seat), (await scene.World.ViewerAsync(someone)).AccountId, someone.IdentityId);
        }

        await scene.World.DoAsync(services => services.GetRequiredService<Store>().CommitAsync(Deed.OfSystem(scene.School, "Test", scene.World.Clock.GetUtcNow()),
            new PeopleLeft(new RecordRef("organisation", scene.School), [scene.Teacher.IdentityId, scene.Colleague.IdentityId]), CancellationToken.None));

        var given = new List<string>();
        while (leases.Waiting.TryRead(out var lease))
        {
            if (lease.IdentityId is null) given.Add(lease.Address.ToString());
        }

        given.ShouldBe(["10.4.0.1", "10.4.0.2"], ignoreOrder: true);
    }
}
