using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;

namespace Lifeguard.Organisation.Roster;

/// <summary>What is to be done to the people of one organisation: the difference alone, as values.</summary>
internal sealed class PlacePlan(Guid org)
{
    public Guid Org { get; } = org;

    public List<Arrival> Arrivals { get; } = [];

    public List<Alteration> Alterations { get; } = [];

    public List<Departure> Departures { get; } = [];

    public List<Relation> Relations { get; } = [];
}

/// <param name="Id">The key that the person will have.</param>
/// <param name="Role">The role that the roster gives; null for family and pupils.</param>
internal sealed record Arrival(Guid Id, Guid Identity, string SourceId, PersonDetails Details, Role? Role);

/// <param name="Person">As known before; never tracked.</param>
internal sealed record Alteration(Person Person, PersonDetails Details, bool Returns, Role? Role, Guid? EndsAppointment);

/// <param name="Ends">Every role that they still hold or were to hold.</param>
internal sealed record Departure(Person Person, IReadOnlyList<Appointment> Ends);
