using Lifeguard.Incidents.Model;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Incidents.Pages.Incidents.Form;

/// <summary>Words for the answers of a form that stand in the record now, for the page where two people edited at once.</summary>
internal sealed class FormShown(IReference reference)
{
    public string? Of(ChoiceList list, string? key) => key is null ? null : reference.Choice(list, key)?.Label ?? key;

    public string? Of(ChoiceList list, IEnumerable<string> keys)
    {
        var words = string.Join("; ", keys.Order(StringComparer.Ordinal).Select(key => Of(list, key)));
        return words.Length == 0 ? null : words;
    }

    public string? Of(ChoiceList list, IEnumerable<FormTick> ticks)
    {
        var words = string.Join("; ", ticks.OrderBy(tick => tick.Key, StringComparer.Ordinal)
            .Select(tick => $"{Of(list, tick.Key)}, {UkTime.InWords(tick.On)}{(tick.Words is null ? "" : $" ({tick.Words})")}"));
        return words.Length == 0 ? null : words;
    }
}
