using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Organisation.Model;
using Lifeguard.Organisation.Storage;
using Lifeguard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lifeguard.Organisation.Commands;

/// <summary><c>lifeguard organisation add NAME --kind KIND [--under NAME]</c></summary>
public sealed class AddOrganisation(Store store, FindByName find, TimeProvider clock)
{
    private const int Done = 0;
    private const int Refused = 2;

    /// <returns>0 when it was added, 2 when it was refused and nothing changed.</returns>
    public async Task<int> RunAsync(string name, string kind, string? under, TextWriter output, CancellationToken stop)
    {
        if (!Enum.GetNames<OrganisationKind>().Contains(kind, StringComparer.OrdinalIgnoreCase))
            return await RefuseAsync($"There is no kind called {kind}. The kinds are: {string.Join(", ", Enum.GetNames<OrganisationKind>())}.", output);
        if (string.IsNullOrWhiteSpace(name)) return await RefuseAsync("Say what it is called.", output);

        var called = name.Trim();
        OrganisationCard? above = null;
        if (under is not null && (above = await find.OrganisationAsync(under, output, stop)) is null) return Refused;
        if (above is { Kind: OrganisationKind.School or OrganisationKind.OtherSetting }) return await RefuseAsync($"{above.Name} is a school. Nothing lies under a school.", output);
        if ((await store.Set<Model.Organisation>().AsNoTracking().Select(one => one.Name).ToListAsync(stop)).Contains(called, StringComparer.OrdinalIgnoreCase))
            return await RefuseAsync($"{called} is there already.", output);

        var now = clock.GetUtcNow();
        var one = new Model.Organisation { Id = Guid.CreateVersion7(now), Kind = Enum.Parse<OrganisationKind>(kind, ignoreCase: true), Name = called, ReportCode = ReportCode.New() };
        one.PlaceUnder(above?.Id);
        await using var work = await store.BeginAsync(stop);
        store.Add(one);
        await store.SaveChangesAsync(stop);
        await store.LetNewOrganisationsInAsync(stop);
        await store.CommitAsync(Deed.OfSystem(one.Id, "Command line", now), new OrganisationAdded(new RecordRef("organisation", one.Id), one.Kind, above?.Id), stop);
        await output.WriteLineAsync($"{called} was added. People without an account report a concern there with the code {one.ReportCode}.");
        return Done;
    }

    private static async Task<int> RefuseAsync(string sentence, TextWriter output)
    {
        await output.WriteLineAsync(sentence + " Nothing was changed.");
        return Refused;
    }
}
