using System.Text;
using System.Text.Encodings.Web;
using Lifeguard.Ui;

namespace Lifeguard.Web.Hosting;

/// <summary>The error page that needs nothing: no database, no session, no page engine. Shown when even the other error page fails, and while starting.</summary>
internal static class LastWords
{
    public static Task WriteAsync(HttpResponse response, int code, bool stylesheet)
    {
        response.StatusCode = code;
        response.ContentType = "text/html; charset=utf-8";
        if (code == StatusCodes.Status503ServiceUnavailable) response.Headers.RetryAfter = "30";
        return response.WriteAsync(Html(stylesheet));
    }

    private static string Html(bool stylesheet)
    {
        var html = new StringBuilder(
            """
            <!DOCTYPE html>
            <html lang="en-GB" class="govuk-template">
            <head>
            <meta charset="utf-8">
            <title>Lifeguard cannot be reached - Lifeguard</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">

            """);
        if (stylesheet) html.Append("<link rel=\"stylesheet\" href=\"/assets/lifeguard.css\">\n");
        html.Append(
            """
            </head>
            <body class="govuk-template__body">
            <div class="govuk-width-container">
            <main class="govuk-main-wrapper" id="main-content">
            <h1 class="govuk-heading-l">Lifeguard cannot be reached</h1>
            <p class="govuk-body-l">Lifeguard cannot show you a page at the moment. It is not your fault.</p>
            <p class="govuk-body">Anything you saw a receipt for is safe.</p>
            <p class="govuk-body">Try again in a minute. If somebody is in danger, do not wait: ring one of these numbers.</p>
            <h2 class="govuk-heading-m">If a child is in danger, ring now</h2>
            <ul class="govuk-list">

            """);
        foreach (var contact in HelpContact.Always)
        {
            html.Append("<li>").Append(Safe(contact.When)).Append(": <a class=\"govuk-link\" href=\"").Append(Safe(contact.Dial)).Append("\">")
                .Append(Safe(contact.Number)).Append("</a> ").Append(Safe(contact.Name)).Append("</li>\n");
        }

        return html.Append("</ul>\n</main>\n</div>\n</body>\n</html>\n").ToString();
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
