using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;

namespace Lifeguard.Organisation.Commands;

/// <summary>Finds the one organisation or adult that somebody names on the command line, or says why it is not one.</summary>
public sealed class FindByName(IOrganisations organisations, IPeople people)
{
    /// <summary>By name or report code; without either, the only school there is.</summary>
    /// <returns>Null when there is none or more than one; the output says so.</returns>
    public async Task<OrganisationCard?> OrganisationAsync(string? named, TextWriter output, CancellationToken stop)
    {
        var all = await organisations.AllAsync(stop);
        var fitting = named is null ? all.Where(one => one.Kind == OrganisationKind.School).ToList() : [.. all.Where(one => IsCalled(one, named))];
        if (fitting is [var only]) return only;

        await output.WriteLineAsync((named, fitting.Count) switch
        {
            (null, 0) => "There is no school yet.",
            (null, _) => "There are several schools. Say which with --school.",
            (_, 0) => $"There is no organisation called {named}.",
            _ => $"{fitting.Count} organisations are called {named}. Say which by its report code: {string.Join(", ", fitting.Select(one => one.ReportCode))}.",
        });
        return null;
    }

    /// <summary>An adult who belongs to this organisation, by full name.</summary>
    /// <returns>Null when there is none or more than one; the output says so.</returns>
    public async Task<PersonCard?> AdultAsync(string? organisation, string name, TextWriter output, CancellationToken stop)
    {
        if (await OrganisationAsync(organisation, output, stop) is not { } place) return null;

        var wanted = Folding.Fold(name);
        var fitting = (await people.MatchAdultsAsync(place.Id, name, stop)).Where(one => one.Org == place.Id && Folding.Fold(one.Name) == wanted).ToList();
        if (fitting is [var only]) return only;

        await output.WriteLineAsync(fitting.Count == 0
            ? $"There is no adult called {name} at {place.Name}."
            : $"{fitting.Count} adults at {place.Name} are called {name}. They cannot be told apart here.");
        return null;
    }

    private static bool IsCalled(OrganisationCard one, string name) =>
        string.Equals(one.Name, name.Trim(), StringComparison.OrdinalIgnoreCase) || one.ReportCode == ReportCode.Read(name);
}
