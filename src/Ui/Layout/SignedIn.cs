namespace Lifeguard.Ui;

/// <summary>Who is signed in. The layout reads it from ViewData["Signed"]; without it there is no account area.</summary>
/// <param name="Name">As shown in the header.</param>
/// <param name="AccountHref">The person's own page.</param>
/// <param name="SignOutHref">Where the sign-out form is posted.</param>
public sealed record SignedIn(string Name, string AccountHref = "/account", string SignOutHref = "/sign-out");
