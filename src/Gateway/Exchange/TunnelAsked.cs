using System.Text;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Exchange;

/// <summary>What Squid says of a tunnel beside its address.</summary>
internal readonly ref struct TunnelAsked
{
    /// <summary>1 before the browser's first words were heard, 2 behind them; empty where nobody promises two questions.</summary>
    public ReadOnlySpan<byte> Stage { get; init; }

    /// <summary>The name that the browser offers within; empty or <c>-</c> for none.</summary>
    public ReadOnlySpan<byte> Name { get; init; }

    /// <summary>Whether what is in it is asked about request by request.</summary>
    public bool IsDecrypted { get; init; }

    public static TunnelAsked Of(RequestReader message)
    {
        var decrypts = message.Find("X-Filter-Decrypt"u8);
        return new TunnelAsked
        {
            Stage = message.Find("X-Filter-Stage"u8),
            Name = message.Find("X-Filter-Sni"u8),
            IsDecrypted = Ascii.EqualsIgnoreCase(decrypts, "yes"u8) || Ascii.EqualsIgnoreCase(decrypts, "1"u8),
        };
    }
}
