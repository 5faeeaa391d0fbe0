using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;
using Lifeguard.Kernel;
using Lifeguard.Reference.Contracts;

namespace Lifeguard.Children.Pages.Children.Facts;

/// <summary>A fact in words.</summary>
/// <param name="Words">Null when the key that opens them is not there.</param>
internal sealed record FactLine(ChildFact Fact, FactWords? Words, string Title, IReadOnlyList<(string Label, string Text)> Rows)
{
    public bool IsWarning => Words is { Telling: Telling.MustNotBeTold };

    public string Days => UkTime.Days(Fact.From, Fact.Until);

    public static FactLine Of(ChildFact fact, FactWords? words, IReference reference)
    {
        if (words is null) return new FactLine(fact, null, "This cannot be opened: the site's key file is missing or another one. Tell whoever looks after the server.", []);

        var chosen = words.Key is { } key && FactLists.Of(fact.Kind) is { } list ? reference.Choice(list, key)?.Label ?? key : null;
        var title = fact.Kind switch
        {
            FactKind.Carer => words.Relation is { } relation ? $"{words.Name} ({relation})" : words.Name!,
            FactKind.Professional => $"{chosen}: {words.Name}",
            FactKind.Need or FactKind.Language => words.Name!,
            _ => chosen!,
        };
        List<(string, string?)> rows = fact.Kind switch
        {
            FactKind.Carer =>
            [
                ("Parental responsibility", chosen), ("About telling them", words.Telling?.InWords()), ("Order or reason", words.Because), ("Telephone", words.Telephone), ("Also", words.Detail),
            ],
            FactKind.Order => [("What it means for the school", words.Detail)],
            FactKind.Professional => [("Works for", words.Agency), ("Telephone", words.Telephone), ("Also", words.Detail)],
            FactKind.Need => [("What helps", words.Detail)],
            FactKind.Language => [("Interpreter", words.Interpreter is true ? "Needed" : "Not needed"), ("Also", words.Detail)],
            _ => [("What to know", words.Detail)],
        };
        rows.Add((fact.Kind is FactKind.Order ? "Paper seen by" : "Who said so", words.SaidBy));
        return new FactLine(fact, words, title, [.. rows.Where(row => !string.IsNullOrWhiteSpace(row.Item2)).Select(row => (row.Item1, row.Item2!))]);
    }
}
