using Microsoft.AspNetCore.Identity;

namespace Lifeguard.Access.Model;

/// <summary>A way in for one human being. It carries no case and no role: those are read afresh at each request.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public Guid IdentityId { get; set; }

    /// <summary>Whose it was before two records turned out to be one person; null when they never did.</summary>
    public Guid? IdentityBefore { get; set; }

    /// <summary>The organisation in whose journal this account's sign-ins stand.</summary>
    public Guid HomeOrg { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The line on the demonstration's start page, or null; only ever set in a database made as a demonstration.</summary>
    public string? DemonstrationLabel { get; set; }

    /// <summary>The key shared with the authenticator app, sealed; null without one.</summary>
    public byte[]? AuthenticatorKey { get; set; }

    /// <summary>The time step of the last code that was taken: neither it nor an older one is taken again.</summary>
    public long? LastCodeStep { get; set; }

    /// <summary>Since when the password opens nothing, because somebody else may know it; null when it is in use.</summary>
    public DateTimeOffset? PasswordClosedAt { get; set; }

    /// <summary>Computers that this account came to know before this moment are strangers again.</summary>
    public DateTimeOffset? DevicesKnownSince { get; set; }
}
