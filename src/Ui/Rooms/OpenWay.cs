namespace Lifeguard.Ui.Rooms;

/// <summary>
/// A way into a room that needs no account. Whoever stands before the door is shown it, and what is sent there is never held back
/// until somebody has signed in. A room hands it in as a service.
/// </summary>
/// <param name="Href">Where it begins; everything below is open too.</param>
/// <param name="Text">The words of its link, or null where nothing leads to it from the door.</param>
public sealed record OpenWay(string Href, string? Text = null);
