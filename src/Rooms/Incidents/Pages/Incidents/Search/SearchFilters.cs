using System.Globalization;

namespace Lifeguard.Incidents.Pages.Incidents.Search;

/// <summary>What narrows a search without saying anything about a child: it may stand in an address, the words looked for never.</summary>
internal sealed record SearchFilters
{
    public RecordState? State { get; init; }

    /// <summary>Key of a type of incident.</summary>
    public string? Type { get; init; }

    /// <summary>Key of a place.</summary>
    public string? Place { get; init; }

    /// <summary>Key of an app or service.</summary>
    public string? App { get; init; }

    /// <summary>Raised on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Raised on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    public Guid? School { get; init; }

    public bool IsEmpty => this == new SearchFilters();

    public string Address(int page = 1)
    {
        List<string> parts = [];
        if (State is { } state) parts.Add($"state={state.ToString().ToLowerInvariant()}");
        if (Type is { } type) parts.Add($"type={Uri.EscapeDataString(type)}");
        if (Place is { } place) parts.Add($"place={Uri.EscapeDataString(place)}");
        if (App is { } app) parts.Add($"app={Uri.EscapeDataString(app)}");
        if (From is { } from) parts.Add($"from={Iso(from)}");
        if (To is { } to) parts.Add($"to={Iso(to)}");
        if (School is { } school) parts.Add($"school={school}");
        if (page > 1) parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={page}"));
        return parts.Count == 0 ? "/search" : "/search?" + string.Join('&', parts);
    }

    /// <summary>Like <see cref="Address"/>, with {page} where the number goes.</summary>
    public string AddressOfPages() => Address() + (IsEmpty ? "?" : "&") + "page={page}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal enum RecordState
{
    Concern,
    Incident,
    Open,
    Closed,
}
