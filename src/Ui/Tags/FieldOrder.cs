using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lifeguard.Ui.Tags;

/// <summary>The fields of a page in the order in which they stand on it, with the id an error links to.</summary>
internal sealed class FieldOrder
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    public bool HasSummary { get; set; }

    public static FieldOrder Of(ViewContext view)
    {
        var items = view.HttpContext.Items;
        if (items[typeof(FieldOrder)] is FieldOrder known) return known;

        var order = new FieldOrder();
        items[typeof(FieldOrder)] = order;
        return order;
    }

    public void Add(string name, string id)
    {
        if (!_fields.Exists(field => field.Key == name)) _fields.Add(new(name, id));
    }
}
