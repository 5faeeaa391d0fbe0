namespace Lifeguard.Access.Model;

/// <summary>How somebody came in.</summary>
internal enum SignInWay
{
    Password,
    PasswordAndCode,
    PasswordAndRecoveryCode,
    Passkey,
    Invitation,
    Recovery,
    Demonstration,
}
