namespace Lifeguard.Incidents.Model;

/// <summary>The school's part of the incident form. Keys are those of the Reference room's option lists.</summary>
internal sealed class IncidentForm
{
    /// <summary>Deliberate, accidental or not known; accidental never asks what it could be considered as.</summary>
    public Intent? Intent { get; init; }

    public List<string> Material { get; init; } = [];

    public List<string> ConsideredAs { get; init; } = [];

    /// <summary>In school or outside it.</summary>
    public string? Place { get; init; }

    public string? PlaceDetail { get; init; }

    /// <summary>School equipment, network, account, or only private equipment.</summary>
    public List<string> Equipment { get; init; } = [];

    public string? HowFound { get; init; }

    public List<string> WhereOnline { get; init; } = [];

    public string? Address { get; init; }

    public string? OtherType { get; init; }

    /// <summary>Ticks of what was done about a member of staff, with the day of each.</summary>
    public List<string> StaffActions { get; init; } = [];

    /// <summary>Ticks of what was done for a child, with the day of each.</summary>
    public List<string> ChildActions { get; init; } = [];

    public bool? AnybodyNeedsPolice { get; init; }

    public bool IsComplete => Intent is not null && Place is not null && HowFound is not null && Equipment.Count > 0 && AnybodyNeedsPolice is not null;
}

internal enum Intent
{
    Deliberate,
    Accidental,
    NotKnown,
}
