using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Children.Pages.Children.Facts;
using Lifeguard.Children.Pages.Children.Find;
using Lifeguard.Children.Pages.Children.Import;
using Lifeguard.Children.Pages.Children.Received;
using Lifeguard.Children.Pages.Children.Send;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Children.Commands;

/// <summary>Fills the demonstration's children's files, through the acts behind the pages, each by its person.</summary>
public sealed class FillFiles
{
    private readonly FilesFile _file;
    private readonly string _folder;

    private FillFiles(FilesFile file, string folder) => (_file, _folder) = (file, folder);

    /// <exception cref="System.Text.Json.JsonException">The file is not as it should be.</exception>
    public static async Task<FillFiles> ReadAsync(string folder, CancellationToken stop) => new(await FilesFile.ReadAsync(Path.Combine(folder, "children.json"), stop), folder);

    /// <summary>What another system recorded is taken in when the school begins with Lifeguard.</summary>
    /// <param name="inAsync">Does a piece of work as the person of this key.</param>
    /// <param name="byClockAsync">Does a piece of work that the clock does.</param>
    public async Task TakeInExportsAsync(Func<string, Func<IServiceProvider, Viewer, Task>, Task> inAsync, Func<Func<IServiceProvider, Task>, Task> byClockAsync, CancellationToken stop)
    {
        foreach (var export in _file.Exports)
        {
            RandomReference chosen = default;
            await inAsync(export.By, async (inside, viewer) => chosen = await inside.GetRequiredService<ChooseExport>().RunAsync(
                viewer, await SchoolAsync(inside, export.School, stop), export.Source, export.File, await File.ReadAllBytesAsync(Path.Combine(_folder, export.File), stop), stop));
            await byClockAsync(inside => inside.GetRequiredService<IChronologyImports>().RunNextAsync(stop));
            await inAsync(export.By, async (inside, viewer) => Done(await inside.GetRequiredService<ConfirmExport>().RunAsync(viewer, chosen, new Dictionary<int, Guid>(), stop), export.File));
            await byClockAsync(inside => inside.GetRequiredService<IChronologyImports>().RunNextAsync(stop));
        }
    }

    public async Task FillAsync(Func<string, Func<IServiceProvider, Viewer, Task>, Task> inAsync, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var holder in _file.Keys)
        {
            // Where the program that makes keys is not there, the demonstration has none, and packages go with a passphrase.
            await inAsync(holder.By, async (inside, viewer) => await inside.GetRequiredService<MakeFileKey>().RunAsync(viewer, await SchoolAsync(inside, holder.School, stop), stop));
        }

        var today = UkTime.DateOf(now);
        foreach (var child in _file.Files) await inAsync(child.By, (inside, viewer) => FillAsync(inside, viewer, child, now, today, stop));
    }

    private static async Task FillAsync(IServiceProvider inside, Viewer viewer, FilesFile.Child child, DateTimeOffset now, DateOnly today, CancellationToken stop)
    {
        var school = await SchoolAsync(inside, child.School, stop);
        var pupil = (await inside.GetRequiredService<IPeople>().FindAsync(viewer, school, child.Name, [PersonKind.Pupil], 10, stop)).Single(one => one.Name == child.Name);
        var file = await inside.GetRequiredService<BeginFile>().RunAsync(viewer, pupil.Id, stop) ?? throw new InvalidOperationException($"{child.By} does not keep the file of {child.Name}.");
        foreach (var fact in child.Facts)
        {
            DateOnly? until = fact.EndedDaysAgo is { } ended ? today.AddDays(-ended) : null;
            var answers = new FactAnswers(Guid.CreateVersion7(now), fact.Kind, today.AddDays(-fact.DaysAgo), until, new FactWords
            {
                Key = fact.Key,
                Name = fact.Name,
                Relation = fact.Relation,
                Telling = fact.Told,
                Because = fact.Because,
                SaidBy = fact.SaidBy,
                Agency = fact.Agency,
                Telephone = fact.Telephone,
                Interpreter = fact.Interpreter,
                Detail = fact.Detail,
            });
            Done(await inside.GetRequiredService<EnterFact>().RunAsync(viewer, file, answers, null, stop), child.Name);
        }

        if (child.LeftDaysAgo is { } left) Done(await inside.GetRequiredService<SendFile>().StartAsync(viewer, file, today.AddDays(-left), stop), child.Name);
    }

    private static async Task<Guid> SchoolAsync(IServiceProvider inside, string name, CancellationToken stop) =>
        (await inside.GetRequiredService<IOrganisations>().AllAsync(stop)).Single(one => one.Name == name).Id;

    private static void Done(Outcome outcome, string what)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"children.json: {what}: {outcome.Refusals[0].Code}.");
    }
}
