using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>News at the top of a page: what was done (success), or what somebody must know (important).</summary>
[HtmlTargetElement("lg-notification-banner")]
public sealed class NotificationBannerTag : TagHelper
{
    /// <summary>important or success.</summary>
    public string Type { get; set; } = "important";

    public string? Title { get; set; }

    /// <summary>One sentence; content goes below it.</summary>
    public string? Text { get; set; }

    /// <summary>Needed only when a page has two banners.</summary>
    public string TitleId { get; set; } = "govuk-notification-banner-title";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var isSuccess = Type == "success";
        var heading = Element.Of("h2", "govuk-notification-banner__title", TitleId).Text(Title ?? (isSuccess ? "Success" : "Important"));
        var sentence = Text is null ? null : Element.Of("p", "govuk-notification-banner__heading").Text(Text);

        var banner = Element.Of("div", Element.Classes("govuk-notification-banner", isSuccess ? "govuk-notification-banner--success" : null))
            .With("role", isSuccess ? "alert" : "region")
            .With("aria-labelledby", TitleId)
            .With("data-module", "govuk-notification-banner")
            .Holding(
                Element.Of("div", "govuk-notification-banner__header").Holding(heading),
                Element.Of("div", "govuk-notification-banner__content").Holding(sentence, content));
        output.GiveAttributesTo(banner);
        output.Become(banner);
    }
}
