using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>The parts of the product this person may use; the layout writes it.</summary>
[HtmlTargetElement("lg-service-navigation")]
public sealed class ServiceNavigationTag : TagHelper
{
    public IEnumerable<NavigationItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        NavigationItem[] items = [.. Items];
        if (items.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        var list = Element.Of("ul", "govuk-service-navigation__list", "navigation");
        foreach (var item in items) list.Holding(Part(item));

        var nav = Element.Of("nav", "govuk-service-navigation__wrapper").With("aria-label", "Menu")
            .Holding(items.Length > 1 ? MenuButton() : null, list);
        var bar = Element.Of("div", "govuk-service-navigation").With("data-module", "govuk-service-navigation").Holding(
            Element.Of("div", "govuk-width-container").Holding(
                Element.Of("div", "govuk-service-navigation__container").Holding(nav)));
        output.GiveAttributesTo(bar);
        output.Become(bar);
    }

    private static TagBuilder Part(NavigationItem item)
    {
        var link = Element.Of("a", "govuk-service-navigation__link").With("href", item.Href).With("aria-current", item.Current ? "page" : null);
        return Element.Of("li", Element.Classes("govuk-service-navigation__item", item.Current ? "govuk-service-navigation__item--active" : null))
            .Holding(item.Current
                ? link.Holding(Element.Of("strong", "govuk-service-navigation__active-fallback").Text(item.Text))
                : link.Text(item.Text));
    }

    private static TagBuilder MenuButton() =>
        Element.Of("button", "govuk-service-navigation__toggle govuk-js-service-navigation-toggle")
            .With("type", "button").With("aria-controls", "navigation").With("aria-hidden", "true").WithFlag("hidden", true).Text("Menu");
}
