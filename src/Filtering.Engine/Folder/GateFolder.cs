using Lifeguard.Filtering.Engine.Decide;
using Lifeguard.Filtering.Engine.Policies;
using Lifeguard.Filtering.Engine.Snapshot;

namespace Lifeguard.Filtering.Engine.Folder;

/// <summary>What a look at a gate's folder came to.</summary>
/// <param name="Filter">What is to hold from now on; null where what held before goes on.</param>
/// <param name="Faults">What is wrong with the files as they lie there, each by its name and line where it has lines; empty when all are right.</param>
public sealed record GateState(Filter? Filter, IReadOnlyList<string> Faults)
{
    /// <summary>Those of the faults that wait for somebody to accept lists that have shrunk; how to is the last.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];
}

/// <summary>
/// The folder in which gateway, site and technician meet: what its files are called, and the way from them to a filter. Gateway, site and
/// command line all go this way, so they cannot say different things. Of each file the last good one is remembered: a mistake in the policy
/// does not keep an exception waiting, and damaged lists do not keep a policy waiting. What shows only when all is put together (a list that
/// the policy names and nobody compiled) leaves everything as it was.
/// </summary>
/// <remarks>Not for several threads.</remarks>
public sealed class GateFolder(string folder)
{
    public const string PolicyFile = "policy.yml";
    public const string OverlayFile = "overlay.yml";
    public const string ListsFile = "lists.snapshot";

    /// <summary>The lists that a gateway took last, kept beside those that lie there: whoever starts again goes on from them.</summary>
    public const string TakenFile = "lists.taken";

    /// <summary>Holds the version of lists that somebody accepts although they have shrunk.</summary>
    public const string AcceptFile = "lists.accept";
    public const string HelplinesFile = "helplines.json";
    public const string KeyFile = "gate.key";

    private readonly ReadPolicy _policy = new(folder);
    private readonly ReadOverlay _overlay = new(folder);
    private readonly ReadLists _lists = new(folder);
    private Filter? _last;
    private bool _isOther;

    /// <summary>Looks whether a file is another one; null where none is.</summary>
    public GateState? Look()
    {
        // What was seen to be another one is not forgotten when the look ends early.
        _isOther |= _policy.Look();
        _isOther |= _overlay.Look(_policy.Good);
        _isOther |= _lists.Look(_last?.Snapshot);
        if (!_isOther) return null;

        var state = Bind();
        _isOther = false;
        return state;
    }

    /// <summary>Keeps the lists of a filter that holds now (<see cref="TakenFile"/>). For gateways alone; the fault, or null.</summary>
    public string? Keep(FilterSnapshot lists) => _lists.Keep(lists);

    internal static string CannotBeRead(string file, Exception failed) => $"{file} cannot be read ({failed.GetType().Name}).";

    private GateState Bind()
    {
        List<string> faults = [.. _lists.Faults, .. _policy.Faults, .. _overlay.Faults];
        if (_lists.Good is not { } lists || _policy.Good is not { } policy || _overlay.Good is not { } overlay) return State(null, faults);
        if (_last is { } last && last.Snapshot == lists && last.Policy == policy && last.Overlay == overlay) return State(null, faults);
        if (Filter.Bind(lists, policy, overlay, out var wrong) is not { } filter) return State(null, [.. faults, .. wrong.Select(fault => fault.ToString())]);
        return State(_last = filter, faults);
    }

    private GateState State(Filter? filter, IReadOnlyList<string> faults) => new(filter, faults) { Waiting = _lists.Waiting };
}
