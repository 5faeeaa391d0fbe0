using Lifeguard.Kernel;

namespace Lifeguard.Web.Post;

/// <summary>The two notices there are. Nothing of a case can stand in them, because nothing of a case comes here.</summary>
internal static class Notice
{
    public const string RoutineSubject = "Lifeguard: something is waiting for you";
    public const string UrgentSubject = "Lifeguard: urgent, sign in now";

    public static string Subject(LetterUrgency urgency) => urgency == LetterUrgency.Urgent ? UrgentSubject : RoutineSubject;

    public static string Body(LetterUrgency urgency, Uri site) =>
        (urgency == LetterUrgency.Urgent ? "Something urgent is waiting for you in Lifeguard.\r\n" : "Something is waiting for you in Lifeguard.\r\n") +
        "Sign in to see it:\r\n\r\n" + new Uri(site, "/home") + "\r\n\r\nThis message never says what it is about. Do not answer it.\r\n";
}
