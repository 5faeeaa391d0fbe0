using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>Everything that is wrong, in the order of the page. The layout writes it; a page may place it itself.</summary>
[HtmlTargetElement("lg-error-summary")]
public sealed class ErrorSummaryTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Title { get; set; } = "There is a problem";

    /// <summary>A sentence under the title, for instance what has been kept.</summary>
    public string? Description { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var order = FieldOrder.Of(ViewContext);
        if (order.HasSummary || ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        // The page's own summary is rendered before the layout's, so the page wins.
        order.HasSummary = true;
        output.Become(new ErrorSummary(ViewContext.ModelState, order, Title, Description));
    }
}
