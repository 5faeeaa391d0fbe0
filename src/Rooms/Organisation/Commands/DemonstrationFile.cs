using System.Text.Json;
using System.Text.Json.Serialization;
using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Commands;

/// <summary>demo/trust.json as written. A key that is not known is a mistake in the file and stops the load.</summary>
internal sealed record DemonstrationFile(
    string About,
    IReadOnlyList<DemonstrationFile.Place> Organisations,
    IReadOnlyList<DemonstrationFile.Human> People,
    IReadOnlyList<DemonstrationFile.Post> Appointments,
    IReadOnlyList<DemonstrationFile.Tie> Relations,
    IReadOnlyList<string[]> SamePerson,
    IReadOnlyList<DemonstrationFile.Agency> Agencies,
    IReadOnlyList<DemonstrationFile.Term> Terms,
    IReadOnlyList<DemonstrationFile.Setting> Settings,
    IReadOnlyList<DemonstrationFile.Account> Accounts)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static async Task<DemonstrationFile> ReadAsync(string path, CancellationToken stop)
    {
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<DemonstrationFile>(stream, Form, stop) ?? throw new JsonException("The file is empty.");
    }

    internal sealed record Place(
        string Id, OrganisationKind Kind, string Name, string Nation, string Address, string Telephone, string Email, string Website,
        string? Parent = null, string? Phase = null, string? EstablishmentType = null);

    /// <param name="LeftOn">The last day of somebody who left before the roster was taken in.</param>
    internal sealed record Human(string Id, string Org, PersonKind Kind, string GivenName, string FamilyName, string Email, DateOnly? BornOn = null, DateOnly? LeftOn = null);

    internal sealed record Post(string Person, Role Role, DateOnly From, string AppointedBy, DateOnly? Until = null);

    internal sealed record Tie(string Person, RelationKind Kind, string Other);

    internal sealed record Agency(
        string Org, string Kind, string Name, string Telephone, string Hours, string? Email = null, string? WebForm = null, DateOnly? VerifiedOn = null);

    internal sealed record Term(string Name, DateOnly First, DateOnly Last, bool Closed = false);

    internal sealed record Setting(string Org, string Key, string Value);

    internal sealed record Account(string Key, string Person, string Says);
}
