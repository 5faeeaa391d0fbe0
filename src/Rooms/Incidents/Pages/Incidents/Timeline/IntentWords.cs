using Lifeguard.Incidents.Model;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

internal static class IntentWords
{
    public static string Of(string intent) => Enum.TryParse<Intent>(intent, out var known) ? Of(known) : intent;

    public static string Of(Intent intent) => intent switch
    {
        Intent.Deliberate => "Deliberate",
        Intent.Accidental => "By accident",
        _ => "Not known",
    };
}
