namespace Lifeguard.Incidents.Model;

/// <summary>A form that was sent and did what it asked. Its key is made from the form as it was sent, so it says nothing by itself; kept for a while, so that none counts twice.</summary>
internal sealed class SentForm
{
    public required Guid Id { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}
