namespace Lifeguard.Custody.Model;

/// <summary>What a technician is asked to do.</summary>
internal enum OrderKind
{
    IsolateDevice,
    KeepDevice,
    KeepLogs,
    BlockAddress,
}

internal static class OrderKindWords
{
    public static bool IsOfDevice(this OrderKind kind) => kind is OrderKind.IsolateDevice or OrderKind.KeepDevice;

    public static string InWords(this OrderKind kind) => kind switch
    {
        OrderKind.IsolateDevice => "Isolate a device",
        OrderKind.KeepDevice => "Keep a device as it is",
        OrderKind.KeepLogs => "Keep logs from being overwritten",
        _ => "Have an address blocked",
    };
}
