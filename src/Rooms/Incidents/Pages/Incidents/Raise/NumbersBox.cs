using Lifeguard.Ui;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>Numbers under a heading of the page's own, where "in danger, ring now" would not be true.</summary>
internal sealed record NumbersBox(string Title, IReadOnlyList<HelpContact> Contacts);
