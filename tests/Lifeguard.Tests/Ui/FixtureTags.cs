using System.Text.Json;
using Lifeguard.Ui;
using Lifeguard.Ui.Tags;

namespace Lifeguard.Tests.Ui;

/// <summary>Says each fixture of a component without a field in the words of our tags.</summary>
internal static class FixtureTags
{
    public static TagPart Button(JsonElement o) => new(new ButtonTag
    {
        Variant = o.Text("classes") is { } classes ? classes.Split("--")[^1] : "primary",
        Href = o.Text("href"),
        Type = o.Text("type") ?? "submit",
        Start = o.Flag("isStartButton"),
        Disabled = o.Flag("disabled"),
        PreventDoubleClick = o.Flag("preventDoubleClick"),
    })
    {
        Text = o.Text("text"),
        Raw = o.Text("html"),
        Attributes = new[] { "name", "value", "id" }.Where(name => o.At(name) is not null).ToDictionary(name => name, name => o.Text(name)!),
    };

    public static TagPart SummaryList(JsonElement o) => new(new SummaryListTag
    {
        CardTitle = o.Text("card.title.text"),
        NoBorder = o.Text("classes") is not null,
    })
    {
        Children = [.. o.List("rows").Select(row => new TagPart(new SummaryRowTag { Key = row.Text("key.text")!, Value = row.Text("value.text") })
        {
            Raw = row.Text("value.html"),
            Children = [.. row.List("actions.items").Select(action => new TagPart(new SummaryActionTag
            {
                Href = action.Text("href")!, Text = action.Text("text")!, Hidden = action.Text("visuallyHiddenText"),
            }))],
        })],
    };

    public static TagPart Details(JsonElement o) => new(new DetailsTag { Summary = o.Text("summaryText")!, Open = o.Flag("open") })
    {
        Text = o.Text("text"),
        Attributes = o.Text("id") is { } id ? new Dictionary<string, string> { ["id"] = id } : [],
    };

    public static TagPart Inset(JsonElement o) => new(new InsetTextTag()) { Text = o.Text("text") };

    public static TagPart Warning(JsonElement o) => new(new WarningTextTag()) { Text = o.Text("text") };

    public static TagPart Banner(JsonElement o) => new(new NotificationBannerTag
    {
        Type = o.Text("type") ?? "important",
        Title = o.Text("titleText"),
        Text = o.Text("text"),
    });

    public static TagPart Panel(JsonElement o) => new(new PanelTag { Title = o.Text("titleText") ?? o.Text("titleHtml")! })
    {
        Text = o.Text("text"),
        Raw = o.Text("html"),
    };

    public static TagPart Pagination(JsonElement o)
    {
        var pages = o.List("items").ToList();
        return new(new PaginationTag { Current = pages.First(page => page.Flag("current")).Number("number")!.Value, Total = pages.Count, Href = "/page/{page}" });
    }

    public static TagPart SkipLink(JsonElement o) => new(new SkipLinkTag { Text = o.Text("text")!, Href = o.Text("href") ?? "#content" });

    public static TagPart BackLink(JsonElement o) => new(new BackLinkTag { Text = o.Text("text") ?? "Back", Href = o.Text("href") ?? "#" });

    public static TagPart Breadcrumbs(JsonElement o) => new(new BreadcrumbsTag { CollapseOnMobile = o.Flag("collapseOnMobile") })
    {
        Children = [.. o.List("items").Select(item => new TagPart(new BreadcrumbTag { Href = item.Text("href") }) { Text = item.Text("text") })],
    };

    public static TagPart Fieldset(JsonElement o) => new(new FieldsetTag
    {
        Legend = o.Text("legend.text"),
        LegendSize = o.Text("legend.classes")?.Split("--")[^1],
        Heading = o.Flag("legend.isPageHeading"),
    });

    public static TagPart ServiceNavigation(JsonElement o) => new(new ServiceNavigationTag
    {
        Items = [.. o.List("navigation").Select(item => new NavigationItem(item.Text("text")!, item.Text("href")!, item.Flag("current")))],
    });
}
