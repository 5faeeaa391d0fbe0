using Lifeguard.Filtering.Engine.Folder;
using Lifeguard.Gateway.Answer;

namespace Lifeguard.Gateway.Live;

/// <summary>Whom to ring, as the gate's folder says now; a file with a fault is refused by its line, and the last good one stays.</summary>
internal sealed class LiveHelplines(GatewaySettings settings)
{
    private readonly string _path = settings.At(GateFolder.HelplinesFile);
    private FileStamp? _seen;
    private IReadOnlyList<Helpline> _current = Helplines.BuiltIn;
    private IReadOnlyList<string> _faults = [];

    public IReadOnlyList<Helpline> Current => Volatile.Read(ref _current);
    public IReadOnlyList<string> Faults => Volatile.Read(ref _faults);

    /// <summary>Reads the file when it is another one.</summary>
    public void Look()
    {
        var stamp = FileStamp.Of(_path);
        if (stamp == _seen) return;
        _seen = stamp;
        if (Helplines.Read(_path, out var faults) is { } read) Volatile.Write(ref _current, read);
        Volatile.Write(ref _faults, faults);
    }
}
