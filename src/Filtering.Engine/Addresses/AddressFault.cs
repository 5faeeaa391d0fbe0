namespace Lifeguard.Filtering.Engine.Addresses;

/// <summary>Why an address was not read. What cannot be read in one way only is refused, never guessed.</summary>
public enum AddressFault : byte
{
    None,
    TooLong,
    NotAbsolute,
    NoHost,
    HostCharacter,
    HostTooLong,
    HostNotAscii,
    HostPercent,
    Punycode,
    Number,
    Ipv6,
    Port,
    OverlongEncoding,
    EncodedTooOften,
    Whitespace,
}
