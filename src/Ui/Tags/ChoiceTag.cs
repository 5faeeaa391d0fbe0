using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>One answer. With a label, the content is what opens when it is chosen; without, the content is the label.</summary>
public abstract class ChoiceTag : TagHelper
{
    public string Value { get; set; } = "";

    /// <summary>Id of the box; made from the group's id when left out.</summary>
    public string? Id { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Says outright whether this is chosen; the model decides when left out.</summary>
    public bool? Checked { get; set; }

    public bool Disabled { get; set; }

    private protected abstract string Type { get; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var group = ChoiceGroup.Around(context, context.TagName);
        var id = group.NextId(Id);
        // The id is taken first: what opens below may hold fields of its own.
        var content = await output.GetChildContentAsync();
        var opens = Label is not null && !content.IsEmptyOrWhiteSpace;
        var isChosen = Checked ?? IsChosen(group);

        var control = Control(group, id, isChosen, opens);
        output.GiveAttributesTo(control);
        output.Become(new HtmlContentBuilder()
            .AppendHtml(Element.Of("div", $"govuk-{group.Kind}__item").Holding(control, LabelPart(group, id, content), HintPart(group, id)))
            .AppendHtml(opens ? Reveal(group, id, isChosen, content) : HtmlString.Empty));
    }

    private protected virtual string NameIn(ChoiceGroup group) => group.Name;

    private protected virtual bool IsChosen(ChoiceGroup group) => group.Has(Value);

    private protected virtual void Finish(TagBuilder control) { }

    private TagBuilder Control(ChoiceGroup group, string id, bool isChosen, bool opens)
    {
        var control = Element.Of("input", $"govuk-{group.Kind}__input", id)
            .With("name", NameIn(group))
            .With("type", Type)
            .With("value", Value)
            .With("data-aria-controls", opens ? "conditional-" + id : null)
            .With("aria-describedby", Element.Classes(
                group.Kind == "checkboxes" ? group.DescribedBy : null, string.IsNullOrEmpty(Hint) ? null : id + "-item-hint"))
            .WithFlag("checked", isChosen)
            .WithFlag("disabled", Disabled)
            .Alone();
        Finish(control);
        return control;
    }

    private TagBuilder LabelPart(ChoiceGroup group, string id, TagHelperContent content)
    {
        var label = Element.Of("label", $"govuk-label govuk-{group.Kind}__label").With("for", id);
        return Label is null ? label.Holding(content) : label.Text(Label);
    }

    private TagBuilder? HintPart(ChoiceGroup group, string id) =>
        string.IsNullOrEmpty(Hint) ? null : Element.Of("div", $"govuk-hint govuk-{group.Kind}__hint", id + "-item-hint").Text(Hint);

    private static TagBuilder Reveal(ChoiceGroup group, string id, bool isChosen, TagHelperContent content) =>
        Element.Of("div", Element.Classes($"govuk-{group.Kind}__conditional", isChosen ? null : $"govuk-{group.Kind}__conditional--hidden"), "conditional-" + id)
            .Holding(content);
}
