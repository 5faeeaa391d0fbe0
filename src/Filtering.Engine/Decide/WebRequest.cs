using Lifeguard.Filtering.Engine.Addresses;

namespace Lifeguard.Filtering.Engine.Decide;

/// <summary>What somebody asks for.</summary>
public readonly ref struct WebRequest(WebAddress address, WebMethod method = WebMethod.Get)
{
    public WebAddress Address { get; } = address;
    public WebMethod Method { get; } = method;
}

/// <summary>What is to be done at an address. Any that is not named here is <see cref="Other"/> and stays shut.</summary>
public enum WebMethod : byte
{
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
    Options,
    Connect,
    Trace,
    Other,
}
