namespace Lifeguard.Gateway.Wire;

/// <summary>Each method has its own address, as Squid wants it.</summary>
internal enum IcapService : byte
{
    Requests,
    Answers,
}
