using Lifeguard.Children.Contracts;

namespace Lifeguard.Children.Model;

/// <summary>What a fact says. Kept sealed; which of these a fact has depends on its kind.</summary>
internal sealed record FactWords
{
    /// <summary>A key of the list of this kind.</summary>
    public string? Key { get; init; }

    /// <summary>The parent or carer, the professional, the language.</summary>
    public string? Name { get; init; }

    /// <summary>How a carer stands to the child.</summary>
    public string? Relation { get; init; }

    public Telling? Telling { get; init; }

    /// <summary>Why somebody must not be told: the order or the reason.</summary>
    public string? Because { get; init; }

    /// <summary>Who said so, or who has seen the paper.</summary>
    public string? SaidBy { get; init; }

    public string? Agency { get; init; }

    public string? Telephone { get; init; }

    public bool? Interpreter { get; init; }

    public string? Detail { get; init; }

    public const int LongestLine = 200;

    public const int LongestDetail = 4_000;
}
