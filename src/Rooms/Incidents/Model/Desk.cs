namespace Lifeguard.Incidents.Model;

/// <summary>Where a record lies. A desk is held by whoever has the role today; the order is the way up when a desk cannot take a record.</summary>
internal enum Desk
{
    SafeguardingTeam,
    Head,
    Chair,
    Governance,
    Executive,
}
