namespace Lifeguard.Incidents.Pages.Incidents.Print;

/// <summary>What somebody wants on the paper. Travels in the address, so it holds no name and no key.</summary>
/// <param name="Chronology">With everything that was done, in order.</param>
/// <param name="Names">Whose names stand on it.</param>
/// <param name="Child">The number, on this record, of the one child whose name stays; null unless <see cref="Print.Names.OneChild"/>.</param>
internal sealed record PrintChoice(bool Chronology, Names Names, int? Child)
{
    private const string With = "with";
    private const string Without = "without";
    private const string Everybody = "all";
    private const string NoChild = "none";

    public string Query => $"?chronology={(Chronology ? With : Without)}&names={Key(Names, Child)}";

    public static string Key(Names names, int? child = null) => names switch
    {
        Names.All => Everybody,
        Names.NoChild => NoChild,
        _ => child!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>Null for anything but an exact choice: a mistyped address must never give the copy with every name.</summary>
    public static PrintChoice? Read(string? chronology, string? names)
    {
        if (chronology is not (With or Without)) return null;
        var with = chronology == With;
        return names switch
        {
            Everybody => new(with, Names.All, null),
            NoChild => new(with, Names.NoChild, null),
            _ => int.TryParse(names, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var child) ? new(with, Names.OneChild, child) : null,
        };
    }
}

internal enum Names
{
    All,
    OneChild,
    NoChild,
}
