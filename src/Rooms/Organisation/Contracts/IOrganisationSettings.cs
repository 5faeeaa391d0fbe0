namespace Lifeguard.Organisation.Contracts;

/// <summary>Settings by key. The room that owns a setting gives it its type and its default.</summary>
public interface IOrganisationSettings
{
    /// <summary>The value of the organisation itself or of the nearest one above that has one; null when none has.</summary>
    Task<string?> ValueAsync(Guid org, string key, CancellationToken stop);

    /// <summary>Sets the organisation's own value, or takes it away (null) so that the one above holds again. Saved by the caller's commit, whose news says what was set.</summary>
    Task SetAsync(Guid org, string key, string? value, CancellationToken stop);
}
