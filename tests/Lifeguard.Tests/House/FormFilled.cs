using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Lifeguard.Tests.House;

/// <summary>A form with what stands in it, to be changed as a person would. A field that is not there cannot be set.</summary>
internal sealed class FormFilled
{
    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly IHtmlFormElement _form;

    public FormFilled(IHtmlFormElement form, string? button)
    {
        _form = form;
        foreach (var field in form.QuerySelectorAll("input,textarea,select"))
        {
            var name = field.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || field.HasAttribute("disabled")) continue;
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice when !choice.IsChecked:
                case IHtmlInputElement { Type: "submit" or "button" }:
                    break;
                case IHtmlSelectElement select:
                    _fields.Add(new(name, select.Value ?? ""));
                    break;
                case IHtmlTextAreaElement area:
                    _fields.Add(new(name, area.Value));
                    break;
                default:
                    _fields.Add(new(name, field.GetAttribute("value") ?? ""));
                    break;
            }
        }

        var pressed = form.QuerySelectorAll("button").FirstOrDefault(one => one.TextContent.Trim() == button);
        if (pressed?.GetAttribute("name") is { Length: > 0 } pressedName) _fields.Add(new(pressedName, pressed.GetAttribute("value") ?? ""));
        Action = pressed?.GetAttribute("formaction");
    }

    public IEnumerable<KeyValuePair<string, string>> Fields => _fields;

    public string? Action { get; }

    /// <summary>Types into a field, or chooses the one answer of a group.</summary>
    public FormFilled Set(string name, string value)
    {
        Demand(name);
        _fields.RemoveAll(field => field.Key == name);
        _fields.Add(new(name, value));
        return this;
    }

    /// <summary>Ticks one box of several.</summary>
    public FormFilled Tick(string name, string value)
    {
        Demand(name);
        _fields.Add(new(name, value));
        return this;
    }

    private void Demand(string name)
    {
        if (!_form.QuerySelectorAll("[name]").Any(field => field.GetAttribute("name") == name))
            throw new InvalidOperationException($"The form has no field {name}. It has: {string.Join(", ", _form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")).Distinct())}");
    }
}
