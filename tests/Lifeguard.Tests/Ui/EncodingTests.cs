using System.Reflection;
using Lifeguard.Ui;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;
using Xunit;

namespace Lifeguard.Tests.Ui;

public sealed class EncodingTests
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

    // Words that choose between a few looks; anything else in them is refused or has no effect on the markup.
    private static readonly HashSet<string> Choices = ["ButtonTag.Variant", "TagTag.Meaning"];

    public static TheoryData<string> AllTags() => new(
        typeof(InputTag).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(TagHelper)) && !type.IsAbstract)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(AllTags))]
    public void Tag_GivenHostileWords_WritesThemAsWords(string tag)
    {
        var rig = new TagRig();
        var part = Wrapped(new TagPart(Filled(tag)) { Text = Hostile });
        foreach (var name in new[] { "", Hostile, "Group" }) rig.State.AddModelError(name, Hostile);

        var page = PlainDom.Parse(rig.Html(part));

        page.QuerySelectorAll("script, img").ShouldBeEmpty();
        page.QuerySelectorAll("*").SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.OuterHtml.ShouldContain("&lt;script");
    }

    [Fact]
    public void EveryTag_IsPublic()
    {
        // An internal tag helper is not found, and its lg- element goes to the browser as it stands.
        var hidden = typeof(InputTag).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(TagHelper)) && type.Namespace == typeof(InputTag).Namespace && !type.IsPublic);

        hidden.ShouldBeEmpty();
    }

    private static TagHelper Filled(string tag)
    {
        var type = typeof(InputTag).Assembly.GetType($"{typeof(InputTag).Namespace}.{tag}")!;
        var helper = (TagHelper)Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.CanWrite && property.PropertyType == typeof(string) && !Choices.Contains($"{tag}.{property.Name}"))
                property.SetValue(helper, Hostile);
        }

        switch (helper)
        {
            case BarsTag bars: bars.Bars = [new Bar(Hostile, 1)]; break;
            case SelectTag select: select.Items = [new SelectListItem(Hostile, Hostile)]; break;
            case ServiceNavigationTag navigation: navigation.Items = [new NavigationItem(Hostile, Hostile, true), new NavigationItem(Hostile, Hostile, false)]; break;
            case GridChoiceTag grid: (grid.Rows, grid.Columns) = ([new GridLine(Hostile, Hostile, Hostile)], [new GridLine(Hostile, Hostile)]); break;
            case PaginationTag pagination: pagination.Total = 9; break;
            case TextareaTag area: area.MaxCharacters = 10; break;
            case DateInputTag date: date.Value = new DateParts(Hostile, Hostile, Hostile); break;
        }

        return helper;
    }

    private static TagPart Wrapped(TagPart part) => part.Helper switch
    {
        RadioTag or DividerTag => new(new RadiosTag { Name = "Group" }) { Children = [part] },
        CheckboxTag => new(new CheckboxesTag { Name = "Group" }) { Children = [part] },
        BreadcrumbTag => new(new BreadcrumbsTag()) { Children = [part] },
        SummaryRowTag => new(new SummaryListTag()) { Children = [part] },
        SummaryActionTag => new(new SummaryListTag()) { Children = [new(new SummaryRowTag { Key = Hostile }) { Children = [part] }] },
        SummaryListTag => part with { Children = [new(new SummaryRowTag { Key = Hostile, Value = Hostile })] },
        _ => part,
    };
}
