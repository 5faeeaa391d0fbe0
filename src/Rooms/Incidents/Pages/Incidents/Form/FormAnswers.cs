using Lifeguard.Incidents.Model;

namespace Lifeguard.Incidents.Pages.Incidents.Form;

/// <summary>The form as somebody filled it in, checked.</summary>
internal sealed record FormAnswers(IncidentForm Form, DateTimeOffset? HappenedAt);
