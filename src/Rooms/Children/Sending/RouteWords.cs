using Lifeguard.Children.Model;

namespace Lifeguard.Children.Sending;

internal static class RouteWords
{
    public static string InWords(this SecureRoute route) => route switch
    {
        SecureRoute.SchoolToSchool => "A secure service between schools, such as School to School",
        SecureRoute.SecureMail => "Secure e-mail",
        SecureRoute.AuthoritySystem => "The authority's own system",
        SecureRoute.ByHand => "By hand, against a signature",
        _ => "Recorded post",
    };

    public static string InWords(this TransferState state) => state switch
    {
        TransferState.Open => "To be sent",
        TransferState.Made => "Sent, not confirmed",
        TransferState.Received => "Received",
        _ => "Nothing was sent",
    };
}
