using Lifeguard.Access;
using Lifeguard.Filtering;
using Lifeguard.Storage;
using Lifeguard.Storage.Journal;
using Lifeguard.Storage.Outbox;
using Lifeguard.Ui.Print;
using Lifeguard.Ui.Rooms;
using Lifeguard.Web.Jobs;
using Lifeguard.Web.Pdf;
using Lifeguard.Web.Post;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lifeguard.Web.Hosting;

/// <summary>Puts the rooms together into one site.</summary>
public static class House
{
    /// <param name="args">Settings, as on a command line.</param>
    /// <param name="change">Last changes to what is put together; tests bring their own clock and mail.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var app = WithoutPages(args, change);
        Use(app);
        return app;
    }

    /// <summary>The same rooms for a program that shows nobody a page: the files of the site need not lie beside it.</summary>
    public static WebApplication WithoutPages(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(Options(args));
        AddServices(builder.Services, builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.LargestBody;
        });
        // The framework logs addresses of pages at the level of information; ours are references, and still nobody's business.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        change?.Invoke(builder);
        return builder.Build();
    }

    internal static WebApplicationOptions Options(string[] args) =>
        new() { Args = args, ApplicationName = "Lifeguard.Web", ContentRootPath = AppContext.BaseDirectory };

    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        PageCheck.Demand(Rooms.All);
        var data = DataFolder.From(configuration);
        services.AddSingleton(data);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new PermissionCatalogue(Rooms.All));
        services.AddStorage(Connections.WithLimits(
            configuration.GetConnectionString("App") ?? throw new InvalidOperationException("No database is named: set ConnectionStrings__App.")));
        services.AddSingleton(StorageKeeps.All);
        foreach (var room in Rooms.All)
        {
            foreach (var tables in room.Tables) services.AddSingleton(tables);
            services.AddSingleton(room.Keeps);
            room.AddServices(services, configuration);
        }

        services.AddScoped<LayoutFacts>();
        var pages = services.AddRazorPages(options => options.Conventions.ConfigureFilter(new ServiceFilter()))
            .AddMvcOptions(options =>
            {
                options.MaxModelValidationErrors = 50;
                options.ModelBinderProviders.Insert(0, new TypedTextBinder());
                options.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, _) => "Choose one of the answers on the page");
                options.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "Choose one of the answers on the page");
                options.ModelBindingMessageProvider.SetUnknownValueIsInvalidAccessor(_ => "Choose one of the answers on the page");
                options.ModelBindingMessageProvider.SetValueIsInvalidAccessor(_ => "Choose one of the answers on the page");
            });
        pages.AddApplicationPart(typeof(RoomPage).Assembly);
        foreach (var room in Rooms.All) pages.AddApplicationPart(room.GetType().Assembly);
        services.AddAntiforgery(options =>
        {
            // Not insisting on Secure: plain HTTP on loopback is how the demonstration is served.
            options.Cookie.Name = "lifeguard-forgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(options => options.ValueLengthLimit = RequestLimits.LargestBody);
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(options => options.Cookie.Name = "lifeguard-once");
        services.AddSingleton<IPostOffice>(provider => PostOffices.From(configuration, data, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(PdfSettings.From(configuration));
        services.AddSingleton<IPdf, ChromiumPdf>();
        services.AddSingleton(provider => new WitnessFile(
            configuration["Lifeguard:Witness"] ?? data.At("witness", "heads.tsv"),
            provider.GetRequiredService<Sealer>(), provider.GetRequiredService<TimeProvider>()));
        if (!configuration.GetValue("Lifeguard:NoJobs", false)) Clockwork.Add(services, configuration);
    }

    public static void Use(WebApplication app)
    {
        TrustedProxies.Use(app);
        app.UseMiddleware<SafeHeaders>();
        app.UseMiddleware<Mishaps>();
        app.UseMiddleware<RequestLimits>();
        // Asked for by every error page: nobody's session is looked up for them.
        app.MapStaticAssets().ShortCircuit();
        app.UseRouting();
        app.UseMiddleware<NullCharacters>();
        app.UseAuthentication();
        AccessModule.UseViewer(app);
        app.UseAuthorization();
        app.MapRazorPages().WithStaticAssets();
        FilteringModule.MapDoors(app);
        Readiness.Map(app);
    }

    // The layout's facts come from the container, for each request.
    private sealed class ServiceFilter : IFilterFactory
    {
        public bool IsReusable => false;

        public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => serviceProvider.GetRequiredService<LayoutFacts>();
    }
}
