using System.Text;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Roster;
using Lifeguard.Organisation.Roster.Establishments;

namespace Lifeguard.Organisation.Commands;

/// <summary><c>lifeguard import school PATH [--into NAME] [--school NAME] [--preview]</c></summary>
public sealed class ImportSchool
{
    private const int Taken = 0;
    private const int Refused = 2;

    private readonly TakeEstablishment _take;
    private readonly FindByName _find;

    internal ImportSchool(TakeEstablishment take, FindByName find) => (_take, _find) = (take, find);

    /// <param name="into">Name or report code of the school here; null for the only one there is.</param>
    /// <param name="school">Its name or URN in the file, where the file holds several.</param>
    /// <returns>0 when it was taken or previewed, 2 when it was refused and nothing changed.</returns>
    public async Task<int> RunAsync(string path, string? into, string? school, bool preview, TextWriter output, CancellationToken stop)
    {
        if (await _find.OrganisationAsync(into, output, stop) is not { } target)
        {
            await output.WriteLineAsync("Nothing was changed.");
            return Refused;
        }

        var request = new RosterRequest(path, target.Id, school) { Form = RosterForm.School };
        var plan = preview ? await _take.PlanAsync(request, stop) : await _take.LoadAsync(request, null, null, stop);
        await output.WriteAsync(InWords(plan, target.Name, preview));
        return plan.Report.IsTaken ? Taken : Refused;
    }

    private static string InWords(RosterPlan plan, string school, bool preview)
    {
        var text = new StringBuilder();
        if (plan.Report.Refusal is { } refusal) text.Append(refusal).AppendLine(" Nothing was changed.");
        else if (plan.School.Count == 0) text.Append(school).AppendLine(": nothing was new and nothing was changed.");
        else
        {
            text.Append(school).AppendLine(preview ? ": this would change." : ": this was changed.");
            foreach (var one in plan.School) text.Append("  ").Append(one.What).Append(": ").Append(one.From ?? "-").Append(" > ").AppendLine(one.To);
        }

        if (plan.Head is not null) text.Append("The file names ").Append(plan.Head).AppendLine(" as head. Nobody gets a role from a file: give it by hand.");
        foreach (var row in plan.Report.Refused.Take(20)) text.Append("  - ").Append(row.File).Append(", line ").Append(row.Line).Append(": ").AppendLine(row.Reason);
        foreach (var notice in plan.Report.Notices) text.Append("  - ").AppendLine(notice);
        return text.ToString();
    }
}
