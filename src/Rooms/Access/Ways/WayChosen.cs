using Microsoft.AspNetCore.Identity;

namespace Lifeguard.Access.Ways;

/// <summary>How somebody will come in: a password with or without an app, or a passkey.</summary>
/// <param name="Key">The app's key, with the step of the code that proved it.</param>
internal sealed record WayChosen(string? PasswordHash, (byte[] Bytes, long Step)? Key, UserPasskeyInfo? Passkey)
{
    public bool HasSecondFactor => Key is not null || Passkey is not null;

    public string InWords => Passkey is not null ? "passkey" : Key is not null ? "password and app" : "password";
}
