using Lifeguard.Incidents.Pages.Incidents.Receipts;
using Lifeguard.Ui.Rooms;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Incidents.Pages.Incidents.Raise;

/// <summary>What the pages of the report and of its receipts need.</summary>
internal static class Reporting
{
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddSingleton<Drafts>()
        .AddSingleton<CodeTries>()
        .AddScoped<DraftDoor>()
        .AddScoped<PreviewReaders>()
        .AddScoped<NumbersToRing>()
        .AddScoped<RaiseConcern>()
        .AddScoped<IHomePanel, UnsentReports>()
        .AddSingleton(new OpenWay(Links.Report, "report a concern with your school's code"));
}
