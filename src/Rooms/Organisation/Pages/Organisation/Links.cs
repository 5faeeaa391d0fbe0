using Lifeguard.Kernel;

namespace Lifeguard.Organisation.Pages.Organisation;

/// <summary>Addresses of this room's pages.</summary>
internal static class Links
{
    public const string Imports = "/people/imports";
    public const string Choose = "/people/imports/new";
    public const string Twins = "/people/twins";

    public static string Import(RandomReference reference) => $"/people/imports/{reference}";

    public static string RefusedRows(RandomReference reference) => $"{Import(reference)}?handler=Refused";
}
