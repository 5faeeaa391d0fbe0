using Lifeguard.Organisation.Contracts;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Custody.Pages.Custody.Shared;

/// <summary>What stands beside every confiscation and search: the school's policy, the route of complaint, and the law, with the day on which it was checked.</summary>
internal sealed class FindNotices(IReference reference, IOrganisationSettings settings, IOrganisations organisations)
{
    public const string PolicyKey = "custody.policy";
    public const string ComplaintKey = "custody.complaint-route";

    public const string UsualComplaint = "Whoever is unhappy with a confiscation or a search can say so to the head, and after that complain by the school's complaints procedure.";
    public const string UsualPolicy = "The school's behaviour policy, with its part on searching and confiscation.";

    private static readonly string[] Laws = ["education-2011", "education-inspections-2006", "searching-2022", "ukcis-nudes-2024"];

    public async Task<CustodyNotices> OfAsync(Guid org, CancellationToken stop)
    {
        var nation = NationOf((await organisations.GetAsync(org, stop))?.Nation);
        return new CustodyNotices(
            await settings.ValueAsync(org, PolicyKey, stop) ?? UsualPolicy,
            await settings.ValueAsync(org, ComplaintKey, stop) ?? UsualComplaint,
            [.. reference.Laws.Where(law => Laws.Contains(law.Key) && (law.Nations.Count == 0 || law.Nations.Contains(nation)))],
            reference.LawNotice);
    }

    private static Nation NationOf(string? written) =>
        Enum.TryParse<Nation>((written ?? "").Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var nation) && Enum.IsDefined(nation) ? nation : Nation.England;
}

internal sealed record CustodyNotices(string Policy, string Complaint, IReadOnlyList<Law> Laws, string LawNotice)
{
    /// <summary>As it is kept with a search: which guidance was shown, and how old it was.</summary>
    public string InShort => string.Join("; ", Laws.Select(law => $"{law.Name} (checked {Kernel.UkTime.InWords(law.CheckedOn)})"));
}
