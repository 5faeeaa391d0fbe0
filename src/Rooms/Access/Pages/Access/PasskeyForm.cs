namespace Lifeguard.Access.Pages.Access;

/// <summary>A button that asks the browser for a passkey. It shows where scripts run and the browser has passkeys; elsewhere a sentence says so.</summary>
/// <param name="Address">The page whose handlers ask and take: <c>PasskeyQuestion</c> and <c>Passkey</c>.</param>
/// <param name="Makes">Makes a new passkey rather than asking for one.</param>
/// <param name="IsOffered">The browser may offer it by itself when the address field is chosen.</param>
internal sealed record PasskeyForm(string Address, string Words, string? To = null, string? Kept = null, bool Makes = false, bool IsOffered = false);
