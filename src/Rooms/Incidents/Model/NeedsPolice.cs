namespace Lifeguard.Incidents.Model;

/// <summary>Whether anybody needs the police. Asked of every incident, because offences cannot be listed.</summary>
internal enum NeedsPolice
{
    No,
    Yes,
    Unsure,
}

internal static class NeedsPoliceWords
{
    public static string InWords(this NeedsPolice needed) => needed switch
    {
        NeedsPolice.Yes => "Yes",
        NeedsPolice.No => "No",
        _ => "Not sure",
    };
}
