using Lifeguard.Children.Contracts;
using Lifeguard.Children.Imports;
using Lifeguard.Children.Pages.Children;
using Lifeguard.Children.Pages.Children.Chronology;
using Lifeguard.Children.Pages.Children.Facts;
using Lifeguard.Children.Pages.Children.Find;
using Lifeguard.Children.Pages.Children.Import;
using Lifeguard.Children.Pages.Children.Kept;
using Lifeguard.Children.Pages.Children.Received;
using Lifeguard.Children.Pages.Children.Send;
using Lifeguard.Children.Reactions;
using Lifeguard.Children.Sealing;
using Lifeguard.Children.Sending;
using Lifeguard.Children.Storage;
using Lifeguard.Duties.Contracts;
using Lifeguard.Kernel;
using Lifeguard.Organisation.Contracts;
using Lifeguard.Storage;
using Lifeguard.Ui.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Children;

/// <summary>Children's files: what holds of a child, what was recorded before, and how the file goes to the next school.</summary>
public sealed class ChildrenModule : IModule
{
    public string Name => "Children";

    public IReadOnlyList<ITables> Tables { get; } = [new ChildrenTables()];

    public IReadOnlyList<Permission> Permissions => ChildrenPermissions.All;

    public IReadOnlyList<KeptClass> Keeps => ChildrenKeeps.All;

    public IReadOnlyList<NavigationEntry> Navigation => [new("Children", Links.Children, ChildrenPermissions.Files, 25)];

    public IReadOnlyList<HomeEntry> Home => [new("Children's files", Links.Children, ChildrenPermissions.Files, 40)];

    public IReadOnlyList<FileEntrance> FileEntrances => [new(Links.ChooseExport, ChooseExport.LargestFile), new(Links.Received, OpenReceived.LargestFile)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FileSeal>();
        services.AddScoped<Family>();
        services.AddScoped<FilesInReach>();
        services.AddScoped<Team>();
        services.AddScoped<IRecordAudience, ChildAudience>();
        services.AddScoped<IChildFacts, ChildFacts>();
        services.AddScoped<KeepChildren>();
        services.AddScoped<IKeeper>(provider => provider.GetRequiredService<KeepChildren>());
        services.AddScoped<RefusedFiles>();
        services.Configure<MvcOptions>(options => options.Filters.Add<NoteFileRefusals>());
        services.AddScoped<ChildPages>();
        services.AddScoped<FindFiles>();
        services.AddScoped<BeginFile>();
        services.AddScoped<FindFacts>();
        services.AddScoped<IPersonalEntries, EntriesOfFiles>();
        services.AddScoped<FindFamily>();
        services.AddScoped<EnterFact>();
        services.AddScoped<EndFact>();
        services.AddScoped<SetKept>();
        AddChronology(services);
        AddSending(services);
        services.AddScoped<MakeFileKey>();
        services.AddScoped<OpenReceived>();
        services.AddScoped<TakeInReceived>();
        services.AddScoped<FindReceived>();
        services.AddScoped<IHomePanel, ReceivedPanel>();
    }

    private static void AddSending(IServiceCollection services)
    {
        services.AddSingleton<AgeProgram>();
        services.AddScoped<StartTransfer>();
        services.AddScoped<AssemblePackage>();
        services.AddScoped<FindTransfers>();
        services.AddScoped<SendFile>();
        services.AddScoped<IHomePanel, TransferPanel>();
        services.AddScoped<IReaction<PeopleLeft>, OnPupilsLeft>();
        services.AddScoped<IReaction<DutyOverdue>, OnFileOverdue>();
    }

    private static void AddChronology(IServiceCollection services)
    {
        services.AddScoped<FindEntries>();
        services.AddScoped<FindExports>();
        services.AddScoped<ChooseExport>();
        services.AddScoped<ConfirmExport>();
        services.AddScoped<AboutAdults>();
        services.AddScoped<RunChronologyImports>();
        services.AddScoped<IChronologyImports>(provider => provider.GetRequiredService<RunChronologyImports>());
        services.AddScoped<IHomePanel, ExportPanel>();
    }
}
