namespace Lifeguard.Response.Pages.Response;

/// <summary>Addresses of this room's pages.</summary>
internal static class Links
{
    public const string Flows = "/responses";

    public static string Flow(string id) => $"{Flows}/{id}";

    public static string Print(string id) => $"{Flows}/{id}/print";

    public static string Try(string id) => $"{Flows}/{id}/try";
}
