namespace Lifeguard.Tests.Organisation;

/// <summary>Finds files of the checkout from wherever the tests run.</summary>
internal static class Checkout
{
    public static string Root { get; } = Up(AppContext.BaseDirectory, "Lifeguard.slnx") ?? throw new DirectoryNotFoundException("The tests run outside a checkout.");

    public static string Demonstration => Path.Combine(Root, "demo");

    /// <summary>A large export that may lie beside the checkout; null where it does not.</summary>
    public static string? SixSchools =>
        Up(Root, Path.Combine("shared", "data", "oneroster-1.1-six-schools.zip")) is { } folder
            ? Path.Combine(folder, "shared", "data", "oneroster-1.1-six-schools.zip")
            : null;

    private static string? Up(string from, string wanted)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, wanted))) return folder.FullName;
        }

        return null;
    }
}
