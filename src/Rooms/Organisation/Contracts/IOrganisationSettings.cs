namespace Lifeguard.Organisation.Contracts;

/// <summary>Settings by key. The room that owns a setting gives it its type and its default.</summary>
public interface IOrganisationSettings
{
    /// <summary>The value of the organisation itself or of the nearest one above that has one; null when none has.</summary>
    Task<string?> ValueAsync(Guid org, string key, CancellationToken stop);
}
