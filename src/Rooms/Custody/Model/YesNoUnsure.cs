namespace Lifeguard.Custody.Model;

/// <summary>"Not sure" is always an answer, and never counts as the harmless one.</summary>
internal enum YesNoUnsure
{
    Yes,
    No,
    Unsure,
}

internal static class YesNoUnsureWords
{
    public static string InWords(this YesNoUnsure answer) => answer switch
    {
        YesNoUnsure.Yes => "Yes",
        YesNoUnsure.No => "No",
        _ => "Not sure",
    };
}
