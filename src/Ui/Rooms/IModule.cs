using Lifeguard.Kernel;
using Lifeguard.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Ui.Rooms;

/// <summary>What a room must say of itself; the host's list of rooms is explicit.</summary>
public interface IModule
{
    /// <summary>The room's one word, as in its project and its addresses.</summary>
    string Name { get; }

    IReadOnlyList<ITables> Tables => [];

    IReadOnlyList<Permission> Permissions => [];

    IReadOnlyList<NavigationEntry> Navigation => [];

    void AddServices(IServiceCollection services, IConfiguration configuration);
}

/// <summary>A line of the service navigation, shown to who holds the permission.</summary>
public sealed record NavigationEntry(string Text, string Href, string Permission, int Order);
