namespace Lifeguard.Incidents.Model;

/// <summary>Whether anybody needs the police. Asked of every incident, because offences cannot be listed.</summary>
internal enum NeedsPolice
{
    No,
    Yes,
    Unsure,
}
