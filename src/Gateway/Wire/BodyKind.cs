namespace Lifeguard.Gateway.Wire;

/// <summary>What the list of parts says of a body.</summary>
internal enum BodyKind : byte
{
    None,
    Request,
    Response,
    Options,
}
