namespace Lifeguard.Response.Pages.Response;

/// <summary>Addresses of this room's pages.</summary>
internal static class Links
{
    public const string Flows = "/responses";

    public static string Flow(string id) => $"{Flows}/{id}";

    public static string Print(string id) => $"{Flows}/{id}/print";

    public static string Try(string id) => $"{Flows}/{id}/try";

    public const string LocalFlows = "/responses/local";

    public static string LocalOf(Guid place) => $"{LocalFlows}?of={place}";

    public static string Local(string flow, Guid place) => $"{LocalFlows}/{flow}?of={place}";

    public static string LocalWords(string flow, string key, Guid place) => $"{LocalFlows}/{flow}/words/{key}?of={place}";

    public static string LocalPreview(string flow, Guid place) => $"{LocalFlows}/{flow}/preview?of={place}";

    public static string LocalFile(string flow, Guid place) => $"{LocalFlows}/{flow}/file?of={place}";

    public static string LocalEdition(string flow, int number, Guid place) => $"{LocalFlows}/{flow}/editions/{number}?of={place}";

    /// <summary>Of the room Duties: agencies and their hours.</summary>
    public static string NumbersOf(Guid place) => $"/local-numbers?place={place}";
}
