using System.Net;
using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Tests.House;
using Lifeguard.Tests.Incidents.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Children;

/// <summary>A school with its safeguarding team and the file of one pupil, Chloe Ingram.</summary>
internal sealed class FileScene(World world, Cast cast, ChildFile file)
{
    public World World => world;

    public Cast Cast => cast;

    public ChildFile File => file;

    public string Page => $"/children/{file.Reference}";

    public static async Task<FileScene> SetAsync(World world, string part = "child")
    {
        var cast = await Cast.GatherAsync(world);
        return new FileScene(world, cast, await BegunAsync(world, cast[part]));
    }

    public static Task<ChildFile> BegunAsync(World world, Someone child) => world.DoAsync(async services =>
    {
        var store = services.GetRequiredService<Store>();
        var begun = ChildFile.Begin(child.Org, child.PersonId, world.Clock.GetUtcNow());
        store.Add(begun);
        (await store.CommitAsync(Deed.OfSystem(child.Org, "Test", begun.BegunAt), new Lifeguard.Children.Contracts.ChildFileBegun(begun.Ref), CancellationToken.None)).IsDone.ShouldBeTrue();
        return begun;
    });

    public Task<Browser> AsAsync(string part) => world.SignedInAsync(cast[part]);

    public async Task<PageSeen> OpenAsync(string part, string page = "") => await (await AsAsync(part)).GetAsync(Page + page);

    public async Task EnterAsync(FactKind kind, Action<FormFilled> fill)
    {
        var after = await (await OpenAsync("dsl", $"/facts/new?kind={kind}")).SubmitAsync(fill, "Put it on file");
        after.Path.ShouldBe(Page, $"{string.Join("; ", after.Errors)} {after.Text}");
    }

    public Task FatherMustNotBeToldAsync() => EnterAsync(FactKind.Carer, form => form
        .Set("Named", "Ivo Ingram").Set("Relation", "father").Set("Key", "holds").Set("Told", "MustNotBeTold")
        .Set("Because", "Prohibited steps order of the family court").Set("SaidBy", "Paper seen by Dalia Sandford"));

    public Task<List<JournalRow>> JournalAsync(string act) => world.DoAsync(services => services.GetRequiredService<Store>().Set<JournalRow>().AsNoTracking()
        .Where(row => row.RecordId == file.Id && row.Act == act).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync());

    public Task<List<T>> RowsAsync<T>() where T : class => world.DoAsync(services => services.GetRequiredService<Store>().Set<T>().AsNoTracking().ToListAsync());

    public static void ShouldNotBeThere(PageSeen page) => page.Status.ShouldBe(HttpStatusCode.NotFound);
}
