using System.Net;
using System.Text;
using Lifeguard.Filtering.Contracts;
using Lifeguard.Filtering.Spool;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Filtering;

/// <summary>A school with a gate, and another school without one.</summary>
public sealed class GateScene : IAsyncLifetime
{
    internal World World { get; } = new();
    internal Guid School { get; private set; }
    internal Guid Elsewhere { get; private set; }
    internal Someone Teacher { get; private set; } = null!;
    internal Someone Colleague { get; private set; } = null!;
    internal Someone Stranger { get; private set; } = null!;

    internal string Spool => Path.Combine(World.GateFolder, "spool");

    internal long Now => World.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        School = await World.SchoolAsync();
        Elsewhere = await World.SchoolAsync(name: "Larkhollow Primary School");
        Teacher = await World.PersonAsync(School, "Ines Farrow", PersonKind.Staff, Role.Teacher);
        Colleague = await World.PersonAsync(School, "Rowan Tindall", PersonKind.Staff, Role.Teacher);
        Stranger = await World.PersonAsync(Elsewhere, "Petra Lindqvist", PersonKind.Staff, Role.Teacher);
        // Makes the keys.
        await LoadAsync();
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    internal Task<GateLoad> LoadAsync() => World.DoAsync(services => services.GetRequiredService<IGateLog>().LoadAsync(CancellationToken.None));

    internal Task EndDaysAsync() => World.DoAsync(services => services.GetRequiredService<IGateLog>().EndDaysAsync(CancellationToken.None));

    internal Task<T> FiguresAsync<T>(Func<IGateFigures, Task<T>> ask, Viewer? viewer = null) => World.DoAsync(services => ask(services.GetRequiredService<IGateFigures>()), viewer);

    /// <summary>Writes decisions as a gateway does, into one segment.</summary>
    internal void Write(params Decided[] decisions)
    {
        using var writer = new SpoolWriter(
            new SpoolSettings { Folder = Spool, PublicKey = File.ReadAllText(Path.Combine(World.GateFolder, SpoolKey.PublicName)), Gateway = "gateway-1" }, World.Clock);
        foreach (var one in decisions)
        {
            writer.Write(new DecisionRecord
            {
                At = one.At,
                Client = IPAddress.Parse(one.Client),
                Person = one.Person,
                IsSure = one.Person is not null,
                Level = "ks2",
                Host = Encoding.UTF8.GetBytes(one.Host),
                Path = Encoding.UTF8.GetBytes(one.Path),
                Category = one.Category,
                Action = one.Action,
                Reason = one.Action == "allow" ? "NothingAgainst" : "Category",
                List = one.Category,
                Rule = one.Action == "allow" ? null : "levels.ks2.block",
                Microseconds = 3,
            }).ShouldBeTrue();
        }
    }
}

internal sealed record Decided(long At, string? Person, string Host = "games.example", string Action = "block", string? Category = "games", string Path = "/play", string Client = "10.1.2.3");
