namespace Lifeguard.Access.Contracts;

/// <summary>Where people come in and go out.</summary>
public static class SignInPages
{
    public const string In = "/sign-in";
    public const string Out = "/sign-out";
}
