using Lifeguard.Response.Model.Flows;

namespace Lifeguard.Response.Model.Plans;

/// <summary>What the case knows without asking, and what the school has settled.</summary>
/// <param name="Values">By the fact's name.</param>
internal sealed record CaseFacts(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Settings)
{
    public static CaseFacts None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>Roles that have no part in this case, and who takes their place; an empty text where nobody does.</summary>
    public IReadOnlyDictionary<string, string> StandIns { get; init; } = new Dictionary<string, string>();

    public string? Setting(string key, Flow flow) =>
        flow.Settings.FirstOrDefault(one => one.Key == key) is not { } setting ? null
            : Settings.GetValueOrDefault(key) is { } own && setting.Offers(own) ? own : setting.Holds;
}
