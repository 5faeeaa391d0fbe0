namespace Lifeguard.Access.Contracts;

/// <summary>Something else of a person's own that a higher room keeps: a line on the page of their sign-ins. A room hands it in as a service.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Says">What it is for.</param>
public sealed record OwnLink(string Key, string Says, string Href);
