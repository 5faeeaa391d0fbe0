using Lifeguard.Organisation.Contracts;

namespace Lifeguard.Organisation.Commands;

/// <summary><c>lifeguard import roster PATH [--into NAME] [--school NAME]</c></summary>
public sealed class ImportRoster(IRoster roster, IOrganisations organisations)
{
    private const int Taken = 0;
    private const int Refused = 2;

    /// <summary>Loads the export and prints the report.</summary>
    /// <param name="into">Name or report code of the organisation to load into; null puts the export at the top of the tree.</param>
    /// <param name="school">Which school of the export to take, when the target is one school.</param>
    /// <returns>0 when the export was taken (single rows may have been left out), 2 when it was refused and nothing changed.</returns>
    public async Task<int> RunAsync(string path, string? into, string? school, TextWriter output, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var named = into is null ? [] : (await organisations.AllAsync(stop)).Where(one => IsCalled(one, into)).ToList();
        if (into is not null && named.Count != 1)
        {
            await output.WriteLineAsync(named.Count == 0
                ? $"There is no organisation called {into}. Nothing was changed."
                : $"{named.Count} organisations are called {into}. Say which by its report code: {string.Join(", ", named.Select(one => one.ReportCode))}.");
            return Refused;
        }

        var report = await roster.LoadAsync(path, into is null ? null : named[0].Id, school, progress, stop);
        await output.WriteAsync(RosterReportText.InWords(report));
        return report.IsTaken ? Taken : Refused;
    }

    private static bool IsCalled(OrganisationCard one, string name) =>
        string.Equals(one.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)
        || string.Equals(one.ReportCode, name.Trim(), StringComparison.OrdinalIgnoreCase);
}
