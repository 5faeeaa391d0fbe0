namespace Lifeguard.Kernel;

/// <summary>
/// The second kind of letter: somebody is asked to make an account. It has no field for words either; the subject is a constant and the
/// body a link that is made when the letter leaves.
/// </summary>
public sealed record InvitationLetter(Guid Organisation, Guid ToIdentity, Guid Invitation)
{
    public const string Kind = "invitation";
}
