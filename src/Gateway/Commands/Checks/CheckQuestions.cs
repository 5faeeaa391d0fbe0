using Lifeguard.Filtering.Engine.Policies;

namespace Lifeguard.Gateway.Commands.Checks;

/// <summary>One address, and what must come of it.</summary>
/// <param name="Levels">For whom this is said; empty for everybody.</param>
internal sealed record CheckQuestion(string Kind, Uri Address, string Expected, IReadOnlyList<string> Levels);

/// <summary>The questions of a check, and as whom they may be asked, as <c>check.tsv</c> of the gate's folder names them.</summary>
internal sealed class CheckQuestions
{
    public const string FileName = "check.tsv";

    /// <summary>What a check must ask for, whatever else it asks.</summary>
    public static readonly IReadOnlyList<string> Needed = ["illegal", "terrorism", "adult", "circumvention"];

    private readonly List<CheckQuestion> _all = [];
    private readonly Dictionary<string, string> _accounts = new(StringComparer.Ordinal);

    public IReadOnlyList<CheckQuestion> All => _all;

    /// <summary>Test accounts, by the group or level that they stand for.</summary>
    public IReadOnlyDictionary<string, string> Accounts => _accounts;

    /// <summary>Reads the file; every bad line is named, and with one nothing is asked.</summary>
    /// <param name="policy">Whose groups and levels a line may name; null where it is not known.</param>
    public static CheckQuestions? Read(string path, Policy? policy, TextWriter error)
    {
        if (!File.Exists(path))
        {
            error.WriteLine($"{path} is missing: the addresses of the check. The demonstration has one: demo/gate/check.tsv");
            return null;
        }

        var questions = new CheckQuestions();
        var (number, isWrong) = (0, false);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("kind\t", StringComparison.Ordinal)) continue;
            if (questions.Take(line.Split('\t'), policy) is not { } fault) continue;
            error.WriteLine($"{path}, line {number}: {fault}");
            isWrong = true;
        }

        if (!isWrong && questions._all.Count == 0) error.WriteLine($"{path} asks for nothing.");
        return isWrong || questions._all.Count == 0 ? null : questions;
    }

    /// <summary>What somebody at a level is asked: a line that names the level goes before one for everybody.</summary>
    /// <param name="level">Null where nobody knows it: then only what is said of everybody.</param>
    public IEnumerable<CheckQuestion> For(string? level) => _all.GroupBy(question => (question.Kind, question.Address))
        .Select(said => said.LastOrDefault(question => level is not null && question.Levels.Contains(level)) ?? said.LastOrDefault(question => question.Levels.Count == 0)).OfType<CheckQuestion>();

    private string? Take(string[] parts, Policy? policy)
    {
        if (parts is ["as", { Length: > 0 } who, { Length: > 0 } account])
        {
            if (policy is not null && !policy.Groups.Any(group => group.Name == who) && !policy.Levels.Any(level => level.Name == who)) return $"the policy has no group or level \"{who}\".";
            return _accounts.TryAdd(who, account) ? null : $"\"{who}\" has an account already.";
        }

        if (parts is not [{ Length: > 0 } kind, var text, "blocked" or "open", .. var more] || more.Length > 1 || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return "kind, address and \"blocked\" or \"open\" are expected, apart by tabs, and then for which levels.";

        string[] levels = more is [var named] && named.Trim() is not ("" or "everybody") ? named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
        if (policy is not null && levels.FirstOrDefault(name => !policy.Levels.Any(level => level.Name == name)) is { } unknown)
            return $"the policy has no level \"{unknown}\". It has: {string.Join(", ", policy.Levels.Select(level => level.Name))}.";
        _all.Add(new CheckQuestion(kind, address, parts[2], levels));
        return null;
    }
}
