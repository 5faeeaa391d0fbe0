using Lifeguard.Kernel;

namespace Lifeguard.Web.Post;

/// <summary>A letter as it is read: made here from constants and one link.</summary>
internal sealed record Notice(string Subject, string Body)
{
    public const string RoutineSubject = "Lifeguard: something is waiting for you";
    public const string UrgentSubject = "Lifeguard: urgent, sign in now";
    public const string InvitationSubject = "Lifeguard: make your account";

    private const string NeverSays = "\r\n\r\nThis message never says what it is about. Do not answer it.\r\n";

    /// <summary>The two notices there are. Nothing of a case can stand in them, because nothing of a case comes here.</summary>
    public static Notice That(LetterUrgency urgency, Uri site) => urgency == LetterUrgency.Urgent
        ? new(UrgentSubject, "Something urgent is waiting for you in Lifeguard.\r\nSign in to see it:\r\n\r\n" + new Uri(site, "/home") + NeverSays)
        : new(RoutineSubject, "Something is waiting for you in Lifeguard.\r\nSign in to see it:\r\n\r\n" + new Uri(site, "/home") + NeverSays);

    public static Notice Invitation(string path, Uri site) => new(InvitationSubject,
        "You are asked to make an account in Lifeguard, your school's online safety desk.\r\nOpen this link on the phone or computer you will use. It works once, for seven days:\r\n\r\n" +
        new Uri(site, path) + "\r\n\r\nIf you did not expect this, ask at the school office. Nobody will ever ask for your password. Do not answer this message.\r\n");
}
