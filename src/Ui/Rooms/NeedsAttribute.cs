namespace Lifeguard.Ui.Rooms;

/// <summary>The permission that opens this page. A page without it, and without <see cref="OpenToAllAttribute"/>, stops the start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(string permission) : Attribute
{
    public string Permission { get; } = permission;
}

/// <summary>A page for people who are not signed in, and the reason why it may be.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAllAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}

/// <summary>A page for everybody who is signed in, whatever their role.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInAttribute : Attribute;
