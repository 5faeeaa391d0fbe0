using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lifeguard.Ui.Tags;

/// <summary>What radios or checkboxes tell the choices inside them.</summary>
internal sealed class ChoiceGroup(string kind, string name, string id, HashSet<string> chosen, string? describedBy)
{
    private int _count;

    /// <summary>"radios" or "checkboxes".</summary>
    public string Kind => kind;

    public string Name => name;

    /// <summary>Only where no fieldset carries the description.</summary>
    public string? DescribedBy => describedBy;

    public static ChoiceGroup Around(TagHelperContext context, string element) =>
        context.Items.TryGetValue(typeof(ChoiceGroup), out var found) && found is ChoiceGroup group
            ? group
            : throw new InvalidOperationException($"{element} stands inside lg-radios or lg-checkboxes.");

    public bool Has(string value) => chosen.Contains(value);

    /// <summary>Dividers count too: so do the design system's own numbers.</summary>
    public void Skip() => _count++;

    /// <summary>The first choice carries the group's own id, so that an error can link to it.</summary>
    public string NextId(string? own)
    {
        _count++;
        if (own is not null) return own;
        return _count == 1 ? id : id + "-" + _count.ToString(CultureInfo.InvariantCulture);
    }
}
