using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Filtering.Engine.Folder;

/// <summary>The exceptions of a gate's folder, for whoever needs nothing else of it: those of the last good policy and the last good overlay.</summary>
/// <remarks>Not for several threads.</remarks>
public sealed class GateExceptions(string folder)
{
    private readonly ReadPolicy _policy = new(folder);
    private readonly ReadOverlay _overlay = new(folder);

    /// <summary>Null while there is no good policy with a good overlay on it.</summary>
    public IReadOnlyList<ExceptionRule>? Look()
    {
        _policy.Look();
        _overlay.Look(_policy.Good);
        return _policy.Good is { } policy && _overlay.Good is { } overlay ? [.. policy.Exceptions, .. overlay.Exceptions] : null;
    }
}
