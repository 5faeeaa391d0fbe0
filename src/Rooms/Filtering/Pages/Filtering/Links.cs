namespace Lifeguard.Filtering.Pages.Filtering;

/// <summary>The addresses of this room. No page somebody asked for ever stands in one.</summary>
internal static class Links
{
    public const string Why = "/gate/why";
    public const string Ask = "/gate/ask";
    public const string Alarms = "/gate/alarms";

    /// <summary>Among the pages of a person's own sign-ins.</summary>
    public const string WebPassword = "/account/web-password";
}
