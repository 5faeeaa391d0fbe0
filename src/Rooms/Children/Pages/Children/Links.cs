using Lifeguard.Children.Model;
using Lifeguard.Kernel;

namespace Lifeguard.Children.Pages.Children;

/// <summary>The addresses of this room. They hold random references, keys of parts, and no name.</summary>
internal static class Links
{
    public const string Children = "/children";

    public const string Imports = "/children/imports";
    public const string ChooseExport = "/children/imports/new";

    public const string Received = "/children/received";

    public static string ReceivedFile(RandomReference received) => $"/children/received/{received}";

    public static string Import(RandomReference import) => $"/children/imports/{import}";

    public static string File(RandomReference file) => $"/children/{file}";

    /// <summary>A page of one file such as <c>history</c>.</summary>
    public static string File(RandomReference file, string page) => $"/children/{file}/{page}";

    public static string NewFact(RandomReference file, FactKind kind) => $"/children/{file}/facts/new?kind={kind}";

    public static string Fact(RandomReference file, Guid fact) => $"/children/{file}/facts/{fact}";
}
