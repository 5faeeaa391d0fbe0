using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">A word or two below the bar.</param>
public sealed record Bar(string Label, int Value);

/// <summary>
/// A chart of upright bars, drawn without scripts and without styles of its own. It stands beside a table with the same figures,
/// so a screen reader is given its name alone.
/// </summary>
[HtmlTargetElement("lg-bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarsTag : TagHelper
{
    private const int Wide = 48;
    private const int High = 120;
    private const int Above = 18;
    private const int Below = 22;

    public IReadOnlyList<Bar> Bars { get; set; } = [];

    /// <summary>What the chart shows, for whoever does not see it; the figures are in the table.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Bars.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var most = Math.Max(1, Bars.Max(bar => bar.Value));
        var chart = Element.Of("svg", "lg-bars").With("role", "img").With("aria-label", Label)
            .With("viewBox", Invariant($"0 0 {Bars.Count * Wide} {Above + High + Below}")).With("preserveAspectRatio", "xMinYMin meet");
        chart.Holding([.. Bars.SelectMany((bar, at) => Drawn(bar, at, most))]);
        output.Become(chart);
    }

    private static IEnumerable<IHtmlContent> Drawn(Bar bar, int at, int most)
    {
        // A bar that is not nothing is never drawn as nothing.
        var high = bar.Value == 0 ? 0 : Math.Max(2, bar.Value * High / most);
        var middle = at * Wide + Wide / 2;
        yield return Element.Of("rect", "lg-bars__bar").With("x", Invariant($"{at * Wide + 8}")).With("y", Invariant($"{Above + High - high}"))
            .With("width", Invariant($"{Wide - 16}")).With("height", Invariant($"{high}"));
        yield return Text(bar.Value.ToString("N0", CultureInfo.GetCultureInfo("en-GB")), middle, Above + High - high - 5);
        yield return Text(bar.Label, middle, Above + High + 16);
    }

    private static TagBuilder Text(string words, int x, int y) =>
        Element.Of("text", "lg-bars__text").With("x", Invariant($"{x}")).With("y", Invariant($"{y}")).With("text-anchor", "middle").Text(words);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
