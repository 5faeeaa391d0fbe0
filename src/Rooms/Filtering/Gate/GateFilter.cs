using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Filtering.Model;

namespace Lifeguard.Filtering.Gate;

/// <summary>
/// The filter of the gate's folder, read by the same rules as the gateways read it: the page must not say something else than the gate does.
/// What cannot be taken is passed over, and the last good state goes on.
/// </summary>
internal sealed class GateFilter(GateSettings settings)
{
    private readonly Lock _lock = new();
    private readonly GateFolder? _folder = settings.Folder is { } folder ? new GateFolder(folder) : null;
    private Filter? _filter;

    /// <summary>Null where there is no gate, or nothing of it can be read yet.</summary>
    public Filter? Current()
    {
        if (_folder is null) return null;
        lock (_lock)
        {
            if (_folder.Look() is { Filter: { } filter }) _filter = filter;
            return _filter;
        }
    }
}
