namespace Lifeguard.Gateway.Wire;

internal enum IcapMethod : byte
{
    Options,

    /// <summary>May this request go out?</summary>
    Reqmod,

    /// <summary>May this answer come in?</summary>
    Respmod,
}
