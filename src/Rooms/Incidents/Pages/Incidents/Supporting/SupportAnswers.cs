using Lifeguard.Incidents.Model;

namespace Lifeguard.Incidents.Pages.Incidents.Supporting;

/// <summary>Support for one person, checked.</summary>
internal sealed record SupportAnswers(Guid InvolvementId, string Kind, string? Detail, SupportState State, string By, DateOnly On, DateOnly? ReviewOn);
