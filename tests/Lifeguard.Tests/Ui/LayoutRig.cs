using System.Diagnostics;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Tests.Ui;

/// <summary>Draws a layout of the kit around one small page, found by the address that other projects use.</summary>
internal static class LayoutRig
{
    public static async Task<IDocument> DrawAsync(string layout, Action<ViewContext> arrange)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(InputTag).Assembly);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;

        var view = new RazorView(
            services.GetRequiredService<IRazorViewEngine>(), services.GetRequiredService<IRazorPageActivator>(), [],
            new SmallPage { Layout = layout }, HtmlEncoder.Default, services.GetRequiredService<DiagnosticListener>());
        using var writer = new StringWriter();
        var context = Context(services, view, writer);
        arrange(context);
        await view.RenderAsync(context);

        return await new HtmlParser().ParseDocumentAsync(writer.ToString());
    }

    private static ViewContext Context(IServiceProvider services, RazorView view, StringWriter writer)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var action = new Microsoft.AspNetCore.Mvc.ActionContext(http, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary<object>(services.GetRequiredService<IModelMetadataProvider>(), action.ModelState);
        var kept = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http);
        return new ViewContext(action, view, data, kept, writer, new HtmlHelperOptions());
    }

    private sealed class SmallPage : RazorPage<object>
    {
        public SmallPage() => Path = "/small.cshtml";

        public override Task ExecuteAsync()
        {
            WriteLiteral("<p>The page itself</p>");
            return Task.CompletedTask;
        }
    }
}
