namespace Lifeguard.Ui;

/// <summary>One entry of the navigation bar. The layout reads a list of them from ViewData["Navigation"].</summary>
public sealed record NavigationItem(string Text, string Href, bool Current);
