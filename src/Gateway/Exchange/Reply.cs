namespace Lifeguard.Gateway.Exchange;

/// <summary>What is to be answered.</summary>
internal enum Reply : byte
{
    /// <summary>As it came.</summary>
    Pass,

    /// <summary>A page of ours.</summary>
    Page,

    /// <summary>The request with another head.</summary>
    Change,

    /// <summary>The page's words are to be read before anything is said.</summary>
    Read,
}
