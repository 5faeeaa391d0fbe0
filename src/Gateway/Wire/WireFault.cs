namespace Lifeguard.Gateway.Wire;

/// <summary>What was wrong with a message. After any of them nobody knows where the next message begins: it is answered and the line closed.</summary>
internal enum WireFault : byte
{
    None,

    /// <summary>The first line is not a request of ICAP/1.0.</summary>
    RequestLine,
    Method,
    Service,

    /// <summary>The service exists and does not do this.</summary>
    MethodForService,
    HeadTooLong,
    TooManyFields,
    Field,

    /// <summary>A field that decides something stands there twice.</summary>
    Repeated,
    Encapsulated,

    /// <summary>A head does not end where the list says it ends.</summary>
    EncapsulatedLies,
    Preview,
    PreviewTooLong,
    ChunkSize,
    ChunkTooLong,
    ChunkExtension,
    ChunkEnd,
    Trailer,

    /// <summary>It took too long.</summary>
    Slow,
}
