using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lifeguard.Gateway.Squid.Tunnels;

/// <summary>What became of a connection that was to be closed.</summary>
internal enum Closing
{
    Closed,

    /// <summary>A helpline's: nobody is cut off from help.</summary>
    IsHelpline,

    /// <summary>It ended by itself meanwhile.</summary>
    IsGone,

    /// <summary>Only root, or Squid's own user, may do it.</summary>
    IsNotAllowed,
}

/// <summary>
/// Ends one connection of Squid's from outside. Squid 5 has no way to do it: no setting ends a tunnel in which anything moves, and reading
/// its configuration anew keeps all of them. So we borrow the socket from its process (pidfd_getfd, Linux 5.6) and shut it down, which
/// Squid takes for a browser that went away.
/// </summary>
internal static partial class CloseConnection
{
    private const int PidfdOpen = 434;
    private const int PidfdGetfd = 438;
    private const int NoSuchProcess = 3;
    private const int BadDescriptor = 9;

    // Level and option: of IPv4 (IPPROTO_IP, IP_TOS), and of IPv6 (IPPROTO_IPV6, IPV6_TCLASS).
    private static readonly (int Level, int Option)[] Marks = [(0, 1), (41, 67)];

    public static Closing Close(DoorConnection connection)
    {
        using var process = Own(Call(PidfdOpen, connection.Process, 0, 0));
        if (process.IsInvalid) return Failed();
        using var socket = Own(Call(PidfdGetfd, process.DangerousGetHandle(), connection.Descriptor, 0));
        if (socket.IsInvalid) return Failed();

        // Between looking and borrowing the number may have gone to another connection.
        var number = (int)socket.DangerousGetHandle();
        if (DoorConnections.InodeOf(new FileInfo($"/proc/self/fd/{number}").LinkTarget) != connection.Inode) return Closing.IsGone;
        if (Marks.Any(mark => MarkOf(number, mark.Level, mark.Option) == Helpline)) return Closing.IsHelpline;
        return Shutdown(number, 2) == 0 ? Closing.Closed : Closing.IsGone;
    }

    private static readonly int Helpline = int.Parse(SquidConfiguration.HelplineMark.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static SafeFileHandle Own(nint descriptor) => new(descriptor, ownsHandle: true);

    private static Closing Failed() => Marshal.GetLastPInvokeError() is NoSuchProcess or BadDescriptor ? Closing.IsGone : Closing.IsNotAllowed;

    private static int MarkOf(int socket, int level, int option)
    {
        var length = sizeof(int);
        return GetOption(socket, level, option, out var value, ref length) == 0 ? value : 0;
    }

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint Call(nint number, nint first, nint second, nint third);

    [LibraryImport("libc", EntryPoint = "getsockopt")]
    private static partial int GetOption(int socket, int level, int option, out int value, ref int length);

    [LibraryImport("libc", EntryPoint = "shutdown")]
    private static partial int Shutdown(int socket, int how);
}
