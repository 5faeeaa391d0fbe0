using Lifeguard.Kernel;

namespace Lifeguard.Access.Model;

internal static class Refusals
{
    /// <summary>One sentence for an address that nobody has, a wrong password, a wrong code and too many tries: it tells nobody which.</summary>
    public static Refusal NotIn { get; } = new("sign-in-refused",
        "That e-mail address and password do not go together, or there were too many tries. Check them and try again in five minutes. A passkey, or a computer you have used before, still works.");

    /// <summary>After a restore, for everybody, whatever they typed.</summary>
    public static Refusal RightsAreReviewed { get; } = new("rights-reviewed",
        "Nobody can sign in just now: an earlier state of Lifeguard was restored, and the school first looks through who may come in.");

    public static Refusal CodeIsWrong { get; } = new("code-refused",
        "That code is not right, or it was used already, or there were too many tries. Wait for the next code in your app and type it here.");

    public static Refusal BeginAgain { get; } = new("begin-again", "That took too long. Sign in from the beginning.");

    public static Refusal HasLeft { get; } = new("has-left",
        "The school's list says that you have left, so this account opens nothing. If you still work there, ask the school office to put it right; the same account then works again.");

    public static Refusal PasskeyIsWrong { get; } = new("passkey-refused", "That passkey was not taken. Try again, or use another way.");

    public static Refusal LinkIsOver { get; } = new("link-is-over", "This link has been used or is no longer open. Ask for a new one.");

    public static Refusal AcceptedAlready { get; } = new("accepted-already", "This invitation has been accepted.");

    public static Refusal Withdrawn { get; } = new("withdrawn", "This invitation was withdrawn. Invite the person again.");

    public static Refusal HasAccount { get; } = new("has-account", "There is an account for this person already.");

    public static Refusal NoAddress { get; } = new("no-address", "The roster has no e-mail address for this person.");

    public static Refusal AddressInUse { get; } = new("address-in-use", "Another account has this e-mail address. Tell your administrator.");

    public static Refusal PasswordIsKnown { get; } = new("password-known", "Too many people use that password, or it is in a list of stolen ones. Choose another. Four unusual words make a good one.");

    public static Refusal PasswordIsShort { get; } = new("password-short", "Your password must have 12 characters or more");

    public static Refusal PasswordIsLong { get; } = new("password-long", "Your password must have 200 characters or fewer");

    public static Refusal RecoveryIsOver { get; } = new("recovery-is-over", "This request has been settled or is too old. The person can ask again.");

    public static Refusal MayNotConfirm { get; } = new("may-not-confirm", "Somebody else must confirm this: two different people, one of them the head or, when the head has lost a phone, the chair and the administrator.");

    public static Refusal LastWayIn { get; } = new("last-way-in", "This is your only second factor. Add another before you take it away.");
}
