namespace Lifeguard.Filtering.Engine.Addresses;

/// <summary>How a page is fetched. Everything but the web itself is a door that stays shut.</summary>
public enum WebScheme : byte
{
    Http,
    Https,

    /// <summary>A tunnel was asked for; only its name and port are known.</summary>
    Tunnel,
    Other,
}
