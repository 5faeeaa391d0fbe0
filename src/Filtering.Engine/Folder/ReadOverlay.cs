using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Filtering.Engine.Folder;

/// <summary>The folder's overlay, read for the policy it lies on. None is an overlay without a change.</summary>
internal sealed class ReadOverlay(string folder)
{
    private readonly string _path = Path.Combine(folder, GateFolder.OverlayFile);
    private FileStamp? _seen;
    private Policy? _policy;

    public Overlay? Good { get; private set; }
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <returns>True when it was read, right or wrong.</returns>
    public bool Look(Policy? policy)
    {
        var stamp = FileStamp.Of(_path);
        if (stamp == _seen && policy == _policy) return false;

        // Its levels and groups are those of a policy: on another one it means nothing until it is read again.
        if (policy != _policy) Good = null;
        (_seen, _policy, Faults) = (stamp, policy, []);
        if (policy is null) return true;
        try
        {
            if (!stamp.Exists) Good = Overlay.None;
            else if (Overlay.Read(GateFolder.OverlayFile, File.ReadAllText(_path), policy, out var faults) is { } overlay) Good = overlay;
            else Faults = [.. faults.Select(fault => fault.ToString())];
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            _seen = null;
            Faults = [GateFolder.CannotBeRead(GateFolder.OverlayFile, failed)];
        }

        return true;
    }
}
