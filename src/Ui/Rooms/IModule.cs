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

    /// <summary>What somebody can begin from their home page; what waits for them there is handed in by <see cref="IHomePanel"/>.</summary>
    IReadOnlyList<HomeEntry> Home => [];

    /// <summary>What the room keeps about people, and where. A table that stands in none of them stops the tests.</summary>
    IReadOnlyList<KeptClass> Keeps => [];

    /// <summary>Pages that take a file larger than any other form.</summary>
    IReadOnlyList<FileEntrance> FileEntrances => [];

    void AddServices(IServiceCollection services, IConfiguration configuration);
}

/// <summary>A line of the service navigation, shown to who holds the permission.</summary>
public sealed record NavigationEntry(string Text, string Href, string Permission, int Order);

/// <summary>A way from the home page into a room, shown to who holds the permission.</summary>
/// <param name="IsButton">The one thing that everybody must find at once; the others are plain links below.</param>
public sealed record HomeEntry(string Text, string Href, string Permission, int Order, bool IsButton = false);

/// <summary>An address to which a file may be sent.</summary>
/// <param name="Largest">Bytes of the file.</param>
public sealed record FileEntrance(string Address, long Largest);
