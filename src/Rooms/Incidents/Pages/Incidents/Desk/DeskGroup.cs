namespace Lifeguard.Incidents.Pages.Incidents.DeskList;

/// <summary>The groups of a desk, in the order in which they want somebody.</summary>
internal enum DeskGroup
{
    Urgent,
    New,
    Mine,
    Overdue,
    Waiting,
    Open,
    Closed,
}

internal static class DeskGroupWords
{
    public static string Title(this DeskGroup group) => group switch
    {
        DeskGroup.Urgent => "Urgent and not opened",
        DeskGroup.New => "New",
        DeskGroup.Mine => "Mine",
        DeskGroup.Overdue => "Overdue",
        DeskGroup.Waiting => "Waiting for others",
        DeskGroup.Open => "All open",
        _ => "Closed",
    };

    public static string Says(this DeskGroup group) => group switch
    {
        DeskGroup.Urgent => "Somebody may be in danger, and nobody has opened it. The longest wait stands first.",
        DeskGroup.New => "Nobody has taken these on yet. The longest wait stands first.",
        DeskGroup.Mine => "You are handling these.",
        DeskGroup.Overdue => "An action or a duty is past its day.",
        DeskGroup.Waiting => "An agency has not answered, or the technician has not finished.",
        DeskGroup.Open => "Every open record that you can read.",
        _ => "Closed in the last 30 days. Search finds the older ones.",
    };

    /// <summary>As in the address.</summary>
    public static string Key(this DeskGroup group) => group.ToString().ToLowerInvariant();

    public static DeskGroup? Of(string? key) =>
        Enum.GetValues<DeskGroup>().Where(group => group.Key() == key).Cast<DeskGroup?>().FirstOrDefault();
}
