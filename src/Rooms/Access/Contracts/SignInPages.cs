namespace Lifeguard.Access.Contracts;

/// <summary>Where people come in and go out.</summary>
public static class SignInPages
{
    public const string In = "/sign-in";
    public const string Out = "/sign-out";

    /// <summary>Where the link of an invitation leads; its secret part follows.</summary>
    public const string Invitation = "/invitation/";

    /// <summary>A person's own sign-ins and ways in.</summary>
    public const string Own = "/account";

    /// <summary>Where a second factor is set up.</summary>
    public const string SecondFactor = "/account/second-factor";

    /// <summary>Where it is given again.</summary>
    public const string StepUp = "/step-up";
}
