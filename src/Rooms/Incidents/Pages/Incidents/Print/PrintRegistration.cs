using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Incidents.Pages.Incidents.Print;

internal static class PrintRegistration
{
    /// <summary>Paper and PDF: one record, the log of a period, the blank form.</summary>
    public static IServiceCollection AddPrinting(this IServiceCollection services) => services
        .AddScoped<FindOnRecord>()
        .AddScoped<FindSheet>()
        .AddScoped<FindLog>()
        .AddScoped<FindBlank>();
}
