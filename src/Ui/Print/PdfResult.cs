using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace Lifeguard.Ui.Print;

/// <summary>
/// The page of this handler as a PDF. The very page that would have gone to the browser is drawn, so paper and screen cannot differ.
/// When no PDF can be made, a page says so and leads to the browser's own print.
/// </summary>
/// <param name="foot">What stands at the foot of each sheet, beside the page number: names nobody.</param>
/// <param name="printHref">The same page for the browser's own print.</param>
public sealed class PdfResult(string foot, string printHref) : PageResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var stop = context.HttpContext.RequestAborted;
        var html = await WrittenAsync(context);
        var made = await context.HttpContext.RequestServices.GetRequiredService<IPdf>().MakeAsync(PaperStyles.Enclose(html, foot), stop);
        if (made.Bytes is not { } bytes)
        {
            await NoPdf(made.Fault ?? PdfFault.CannotStart).ExecuteResultAsync(context);
            return;
        }

        var response = context.HttpContext.Response;
        response.ContentType = "application/pdf";
        response.ContentLength = bytes.Length;
        // The name a browser proposes for saving: the same for every record, so that a folder of downloads tells nothing.
        response.Headers.ContentDisposition = "attachment; filename=\"record.pdf\"";
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(bytes, stop);
    }

    private async Task<string> WrittenAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var body = response.Body;
        using var kept = new MemoryStream();
        response.Body = kept;
        try
        {
            await base.ExecuteResultAsync(context);
        }
        finally
        {
            response.Body = body;
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    private ViewResult NoPdf(PdfFault fault) => new()
    {
        ViewName = "/Views/Shared/_NoPdf.cshtml",
        StatusCode = 503,
        ContentType = "text/html; charset=utf-8",
        ViewData = new ViewDataDictionary<NoPdf>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = new NoPdf(fault, printHref) },
    };
}

/// <summary>What the page that stands in for a PDF needs to know.</summary>
public sealed record NoPdf(PdfFault Fault, string PrintHref);
