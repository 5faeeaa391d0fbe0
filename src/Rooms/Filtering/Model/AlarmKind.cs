namespace Lifeguard.Filtering.Model;

/// <summary>What can be wrong with the gate. The gravest stands first.</summary>
internal enum AlarmKind
{
    /// <summary>A test address that must be blocked opened through a door.</summary>
    OpenDoor,

    /// <summary>Of all gateways none answers and decides.</summary>
    NoGateway,

    /// <summary>One of several gateways does not answer.</summary>
    GatewaySilent,

    /// <summary>One of several gateways answers, and has no filter to decide with.</summary>
    GatewayUndecided,

    /// <summary>A door gives neither a page nor a refusal.</summary>
    DoorSilent,

    /// <summary>A test address that must open was blocked.</summary>
    DoorShut,

    /// <summary>A list, a policy or a file of phrases was refused; the last good one is in force.</summary>
    FileRefused,

    /// <summary>Lists that have shrunk wait for somebody to say that this is right.</summary>
    ListsWait,

    /// <summary>Decisions could not be written down.</summary>
    LogLost,
}

internal static class AlarmKinds
{
    /// <summary>Children are unprotected, or shut out of every lesson that needs the internet: the safeguarding lead hears of it too.</summary>
    public static bool IsGrave(this AlarmKind kind) => kind is AlarmKind.OpenDoor or AlarmKind.NoGateway;

    /// <summary>What is wrong with one door of Squid, as the probes see it.</summary>
    public static bool IsOfDoor(this AlarmKind kind) => kind is AlarmKind.OpenDoor or AlarmKind.DoorSilent or AlarmKind.DoorShut;
}
