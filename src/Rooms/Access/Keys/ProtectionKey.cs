namespace Lifeguard.Access.Keys;

/// <summary>A key of the framework's data protection, shared by every copy of the site.</summary>
internal sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
