namespace Lifeguard.Gateway.Probes;

/// <summary>An address that is asked for through a proxy, to see that the gate is shut.</summary>
internal sealed record ProbeSettings(string Name, Uri Proxy, Uri Url, bool IsToBeBlocked);
