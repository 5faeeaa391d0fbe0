namespace Lifeguard.Access.Model;

/// <summary>A browser in plain words, from what it says of itself: enough for a person to know their own phone.</summary>
internal static class DeviceWords
{
    // The order matters: nearly every browser also says that it is Safari, and Edge that it is Chrome.
    private static readonly (string Mark, string Words)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung browser"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Words)[] Machines =
        [("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "an Android phone or tablet"), ("CrOS", "a Chromebook"), ("Windows", "Windows"), ("Macintosh", "a Mac"), ("Linux", "Linux")];

    public static string Of(string? userAgent)
    {
        var browser = Find(Browsers, userAgent) ?? "A browser";
        return Find(Machines, userAgent) is { } machine ? $"{browser} on {machine}" : browser;
    }

    private static string? Find((string Mark, string Words)[] known, string? said) =>
        said is null ? null : known.Where(one => said.Contains(one.Mark, StringComparison.Ordinal)).Select(one => one.Words).FirstOrDefault();
}
