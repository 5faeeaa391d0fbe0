using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Pages.DataProtection;

/// <summary>Addresses of this room's pages.</summary>
internal static class Links
{
    public const string Kept = "/what-is-kept";
    public const string Rules = "/retention";
    public const string Review = "/retention/review";
    public const string Requests = "/data-requests";
    public const string NewRequest = "/data-requests/new";
    public const string LookThrough = "/data-requests/look-through";

    public static string RulesOf(Guid place) => $"{Rules}?place={place}";

    public static string ReviewOf(Guid place) => $"{Review}?place={place}";

    public static string Purge(RandomReference purge) => $"/retention/purges/{purge}";

    /// <summary>Where a desk proposes to erase a record whose room has no page for it, or confirms.</summary>
    public static string PurgeOf(Guid record) => $"{KeptRecord.PageOf(record)}/purge";

    public static string Request(RandomReference request) => $"{Requests}/{request}";

    public static string Package(RandomReference request) => $"{Requests}/{request}/package";

    public static string LookThroughOf(RandomReference request) => $"{Requests}/{request}/look-through";
}
