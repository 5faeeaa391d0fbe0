using Lifeguard.Kernel;

namespace Lifeguard.Ui.Rooms;

/// <summary>Every permission of every room, and which roles carry it.</summary>
public sealed class PermissionCatalogue
{
    private readonly Dictionary<string, HashSet<string>> _byRole = new(StringComparer.Ordinal);

    public PermissionCatalogue(IEnumerable<IModule> rooms)
    {
        All = [.. rooms.SelectMany(room => room.Permissions)];
        foreach (var permission in All)
        {
            foreach (var role in permission.Roles)
            {
                if (!_byRole.TryGetValue(role, out var keys)) _byRole[role] = keys = new(StringComparer.Ordinal);
                keys.Add(permission.Key);
            }
        }
    }

    public IReadOnlyList<Permission> All { get; }

    public Permission Get(string key) => All.Single(one => one.Key == key);

    /// <summary>What these roles together may do.</summary>
    public IReadOnlySet<string> Of(IEnumerable<string> roles)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var role in roles)
        {
            if (_byRole.TryGetValue(role, out var held)) keys.UnionWith(held);
        }

        return keys;
    }
}
