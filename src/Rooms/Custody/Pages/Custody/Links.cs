using Lifeguard.Kernel;

namespace Lifeguard.Custody.Pages.Custody;

/// <summary>The addresses of this room. They hold random references and no name.</summary>
internal static class Links
{
    public const string Custody = "/custody";
    public const string NewItem = "/custody/items/new";
    public const string NewOrder = "/custody/orders/new";
    public const string Register = "/custody/register";
    public const string Confiscations = "/confiscations";
    public const string NewConfiscation = "/confiscations/new";
    public const string Searches = "/searches";
    public const string NewSearch = "/searches/new";
    public const string Searchers = "/searchers";

    public static string Item(RandomReference item) => $"/custody/items/{item}";

    /// <summary>A page of one item such as <c>hand-over</c>.</summary>
    public static string Item(RandomReference item, string page) => $"/custody/items/{item}/{page}";

    public static string Order(RandomReference order) => $"/custody/orders/{order}";

    public static string TakeIn(RandomReference order) => $"/custody/items/new?order={order}";

    public static string Confiscation(RandomReference confiscation) => $"/confiscations/{confiscation}";

    public static string Search(RandomReference search) => $"/searches/{search}";

    public static string Search(RandomReference search, string page) => $"/searches/{search}/{page}";

    public static string SearchOf(RandomReference confiscation) => $"/searches/new?of={confiscation}";
}
