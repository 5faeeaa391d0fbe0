namespace Lifeguard.Organisation.Contracts;

/// <summary>
/// The pupils of a school with what tells them apart, for a room that matches rows of a file to them. The caller has asked whether the
/// viewer may see them; nobody is joined because of a name alone.
/// </summary>
public interface IPupilList
{
    /// <summary>Everybody who is or was a pupil there, by family name.</summary>
    Task<IReadOnlyList<PupilRow>> OfAsync(Guid org, CancellationToken stop);
}

/// <param name="Number">The UPN, admission number or id under which the roster knows the pupil, or null.</param>
/// <param name="EndedOn">The day on which the pupil left, or null.</param>
public sealed record PupilRow(Guid PersonId, Guid IdentityId, string GivenName, string FamilyName, string? KnownAs, DateOnly? BornOn, string? YearGroup, string? Class, string? Number, DateOnly? EndedOn)
{
    public string Name => $"{(string.IsNullOrEmpty(KnownAs) ? GivenName : KnownAs)} {FamilyName}".Trim();
}
