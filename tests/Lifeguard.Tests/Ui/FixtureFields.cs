using System.Globalization;
using System.Text.Json;
using Lifeguard.Ui.Tags;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Tests.Ui;

/// <summary>Says each fixture of a form component in the words of our tags.</summary>
internal static class FixtureFields
{
    public static TagPart Input(JsonElement o) => Labelled(o, new InputTag
    {
        Label = o.Text("label.text"),
        Type = o.Text("type") ?? "text",
        Value = o.Text("value"),
        Width = o.Text("classes") is { } width ? int.Parse(width.Split('-')[^1], CultureInfo.InvariantCulture) : null,
        Prefix = o.Text("prefix.text"),
        Suffix = o.Text("suffix.text"),
        Disabled = o.Flag("disabled"),
    }) with
    { Attributes = Extra(o, "inputmode", "autocomplete", "spellcheck") };

    public static TagPart Textarea(JsonElement o) => Labelled(o, new TextareaTag
    {
        Label = o.Text("label.text"),
        Rows = o.Number("rows") ?? 5,
        MaxCharacters = o.Number("maxlength"),
        MaxWords = o.Number("maxwords"),
        Threshold = o.Number("threshold"),
    }) with
    { Attributes = Extra(o, "spellcheck") };

    public static TagPart Password(JsonElement o) => Labelled(o, new PasswordInputTag
    {
        Label = o.Text("label.text"),
        Autocomplete = o.Text("autocomplete") ?? "current-password",
    });

    public static TagPart Select(JsonElement o) => Labelled(o, new SelectTag
    {
        Label = o.Text("label.text"),
        Value = o.Text("value"),
        Items = o.List("items").Select(item =>
            new SelectListItem(item.Text("text"), item.Text("value"), item.Flag("selected"), item.Flag("disabled"))).ToList(),
    }) with
    { Attributes = o.Text("classes") is { } classes ? new Dictionary<string, string> { ["class"] = classes } : [] };

    public static TagPart Radios(JsonElement o) => Choices(o, new RadiosTag
    {
        Inline = Has(o, "classes", "--inline"),
        Small = Has(o, "classes", "--small"),
        Value = o.Text("value"),
    }, () => new RadioTag());

    public static TagPart Checkboxes(JsonElement o) => Choices(o, new CheckboxesTag { Small = Has(o, "classes", "--small") }, () => new CheckboxTag());

    public static TagPart Date(JsonElement o)
    {
        var tag = new DateInputTag { Value = new DateParts(o.Text("values.day"), o.Text("values.month"), o.Text("values.year")), Legend = o.Text("fieldset.legend.text") };
        return Labelled(o, tag);
    }

    private static TagPart Choices(JsonElement o, ChoiceGroupTag group, Func<ChoiceTag> choice)
    {
        group.Legend = o.Text("fieldset.legend.text");
        return Labelled(o, group) with { Children = [.. o.List("items").Select(item => Choice(o, item, choice))] };
    }

    private static TagPart Choice(JsonElement o, JsonElement item, Func<ChoiceTag> make)
    {
        if (item.Text("divider") is { } divider) return new TagPart(new DividerTag { Text = divider });

        var tag = make();
        tag.Value = item.Text("value") ?? "";
        tag.Label = item.Text("text");
        tag.Id = item.Text("id");
        tag.Hint = item.Text("hint.text");
        tag.Disabled = item.Flag("disabled");
        if (item.At("checked") is not null) tag.Checked = item.Flag("checked");
        if (o.List("values").Any(value => value.ToString() == tag.Value)) tag.Checked = true;
        if (tag is CheckboxTag checkbox) checkbox.Exclusive = item.Text("behaviour") == "exclusive";
        return new TagPart(tag)
        {
            Raw = tag.Label is null ? item.Text("html") : item.Text("conditional.html"),
            Attributes = Extra(item, "name"),
        };
    }

    private static TagPart Labelled(JsonElement o, FieldTag tag)
    {
        tag.Name = o.Text("name") ?? o.Text("id");
        tag.Id = o.Text("id") ?? o.Text("idPrefix") ?? o.Text("name");
        tag.Hint = o.Text("hint.text");
        tag.GroupClass = o.Text("formGroup.classes");
        tag.Heading = o.Flag("label.isPageHeading") || o.Flag("fieldset.legend.isPageHeading");
        tag.LabelSize = (o.Text("label.classes") ?? o.Text("fieldset.legend.classes"))?.Split("--")[^1];
        return new TagPart(tag);
    }

    private static bool Has(JsonElement o, string path, string part) => o.Text(path)?.Contains(part, StringComparison.Ordinal) == true;

    private static Dictionary<string, string> Extra(JsonElement o, params string[] names) =>
        names.Where(name => o.At(name) is not null).ToDictionary(name => name, name => o.Text(name)!.Replace("False", "false"));
}
