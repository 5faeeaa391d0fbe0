namespace Lifeguard.Filtering.Engine.Addresses;

/// <summary>
/// An address in its one canonical form. Host: lower case, no trailing dot, numbers as dotted IPv4. Path: decoded (at most twice), dots
/// resolved, slashes single, lower case. Query: decoded, lower case. Everything lies in the caller's scratch space; nothing is allocated.
/// </summary>
public readonly ref struct WebAddress
{
    /// <summary>The longest address that is read, in bytes; a longer one is refused.</summary>
    public const int MaxLength = 8000;

    /// <summary>How many bytes of scratch reading needs.</summary>
    public const int ScratchLength = 3 * MaxLength + 512;

    public ReadOnlySpan<byte> Raw { get; internal init; }
    public WebScheme Scheme { get; internal init; }
    public ReadOnlySpan<byte> Host { get; internal init; }
    public ushort Port { get; internal init; }
    public bool IsNumber { get; internal init; }

    /// <summary>With its leading slash; of a tunnel it is empty.</summary>
    public ReadOnlySpan<byte> Path { get; internal init; }

    /// <summary>Without its question mark.</summary>
    public ReadOnlySpan<byte> Query { get; internal init; }

    /// <summary>Reads an absolute address, such as a proxy is asked for.</summary>
    /// <param name="raw">Bytes as they came.</param>
    /// <param name="scratch">At least <see cref="ScratchLength"/> bytes; it must live as long as the address.</param>
    public static AddressFault TryRead(ReadOnlySpan<byte> raw, Span<byte> scratch, out WebAddress address) => throw new NotSupportedException();

    /// <summary>Reads what a tunnel is asked for: <c>host:port</c>, without a port 443.</summary>
    public static AddressFault TryReadTunnel(ReadOnlySpan<byte> raw, Span<byte> scratch, out WebAddress address) => throw new NotSupportedException();
}
