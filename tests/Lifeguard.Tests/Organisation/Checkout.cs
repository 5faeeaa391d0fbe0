using Lifeguard.Tests.House;

namespace Lifeguard.Tests.Organisation;

/// <summary>Files that the tests of this room read.</summary>
internal static class Checkout
{
    public static string Demonstration => Path.Combine(Repository.Root, "demo");

    /// <summary>A large export that may lie in a folder beside the checkout or above it; null where it does not.</summary>
    public static string? SixSchools
    {
        get
        {
            for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
            {
                var path = Path.Combine(folder.FullName, "shared", "data", "oneroster-1.1-six-schools.zip");
                if (File.Exists(path)) return path;
            }

            return null;
        }
    }
}
