using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Lifeguard.Kernel;

namespace Lifeguard.DataProtection.Pages.DataProtection.Requests;

/// <summary>The copy as one plain page that opens anywhere, without this house and without a network.</summary>
internal static class PackageText
{
    public static string Html(Package package)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>A copy of what is kept</title><body>");
        Line("h1", $"What is kept about {package.About}");
        Line("p", $"{package.School}, {UkTime.InWords(package.On)}");
        Line("p", Package.GeneralSentence);
        Line("h2", "In the school's register");
        foreach (var (label, text) in package.Register) Line("p", $"{label}: {text}");
        Line("h2", "In records");
        if (package.Entries.Count == 0) Line("p", "There is nothing to show.");
        foreach (var (at, heading, text) in package.Entries)
        {
            Line("h3", $"{UkTime.Brief(at)}: {heading}");
            Line("pre", text);
        }

        Line("h2", "What the school keeps, and why");
        foreach (var kept in package.Kept) Line("p", $"{kept.Name}. About: {kept.AboutWhom}. {kept.Why}. {kept.Ends}.");
        Line("h2", "Your rights");
        Line("p", Package.Rights);
        return page.Append("</body></html>").ToString();

        void Line(string tag, string text) => page.Append(CultureInfo.InvariantCulture, $"<{tag}>{HtmlEncoder.Default.Encode(text)}</{tag}>\n");
    }
}
