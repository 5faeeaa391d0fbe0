using Lifeguard.Kernel;

namespace Lifeguard.Organisation.Pages.Organisation;

/// <summary>Addresses of this room's pages.</summary>
internal static class Links
{
    public const string People = "/people";
    public const string Imports = "/people/imports";
    public const string Choose = "/people/imports/new";
    public const string Twins = "/people/twins";
    public const string RolesToConfirm = "/roles-to-confirm";
    public const string Vacancies = "/vacancies";
    public const string Settings = "/settings";

    public static string SettingsOf(Guid organisation) => $"{Settings}?of={organisation}";

    public static string Setting(string key, Guid organisation) => $"{Settings}/{key}?of={organisation}";

    public static string Import(RandomReference reference) => $"/people/imports/{reference}";

    public static string RefusedRows(RandomReference reference) => $"{Import(reference)}?handler=Refused";

    public static string Person(RandomReference reference) => $"/people/{reference}";

    public static string GiveRole(RandomReference reference) => $"/people/{reference}/give-role";

    public static string EndRole(RandomReference reference) => $"/people/{reference}/end-role";

    public static string Supervisor(RandomReference reference) => $"/people/{reference}/supervisor";
}
