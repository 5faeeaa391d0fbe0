using Lifeguard.Incidents.Model;

namespace Lifeguard.Incidents.Pages.Incidents.Timeline;

/// <summary>Desks as people call them.</summary>
internal static class DeskWords
{
    public static string Of(string desk) => Enum.TryParse<Desk>(desk, out var known) ? Of(known) : desk;

    public static string Of(Desk desk) => desk switch
    {
        Desk.SafeguardingTeam => "the safeguarding team",
        Desk.Head => "the head teacher",
        Desk.Chair => "the chair of governors",
        Desk.Governance => "the governance officer",
        _ => "the chief executive",
    };
}
