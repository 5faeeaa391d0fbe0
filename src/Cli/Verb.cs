namespace Lifeguard.Cli;

/// <summary>One thing that the command line can do.</summary>
/// <param name="Words">How it is called, such as <c>import roster</c>; of two that begin alike the longer one is meant.</param>
/// <param name="Arguments">What must follow, in order.</param>
/// <param name="Options">What may follow, by name, each with what stands after it; nothing for one that stands alone.</param>
/// <param name="Says">What it does, in a sentence or two.</param>
internal sealed record Verb(
    string Words, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Options, string Says,
    Func<IServiceProvider, Typed, TextWriter, CancellationToken, Task<int>> RunAsync)
{
    public string Usage => string.Join(' ', [Words, .. Arguments, .. MayFollow.Select(one => $"[{one}]"), .. Options.Select(option => IsDemanded(option.Key) ? $"{option.Key} {option.Value}" : $"[{$"{option.Key} {option.Value}".TrimEnd()}]")]);

    public IReadOnlyList<string> Demanded { get; init; } = [];

    /// <summary>Arguments that may be left out.</summary>
    public IReadOnlyList<string> MayFollow { get; init; } = [];

    /// <summary>Whether the database is first brought to this version. A backup takes it as it is, and a restore may find none.</summary>
    public bool BringsUpToDate { get; init; } = true;

    /// <summary>Whether it asks the database anything. What does not is answered by the rooms alone.</summary>
    public bool NeedsDatabase { get; init; } = true;

    /// <summary>Whether a room has to be asked. What the gate does by itself needs none, and starts the faster.</summary>
    public bool NeedsRooms { get; init; } = true;

    public int Length => Words.Split(' ').Length;

    public bool IsMeantBy(IReadOnlyList<string> typed) => typed.Take(Length).SequenceEqual(Words.Split(' '));

    public bool IsDemanded(string option) => Demanded.Contains(option);
}

/// <summary>What was typed after the words of a verb.</summary>
internal sealed record Typed(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Options)
{
    public string? Option(string name) => Options.GetValueOrDefault(name);

    /// <summary>Reads the rest of a line; a complaint says what is wrong with it.</summary>
    public static Typed? Read(Verb verb, IReadOnlyList<string> rest, out string complaint)
    {
        List<string> arguments = [];
        var options = new Dictionary<string, string>();
        complaint = "";
        for (var at = 0; at < rest.Count; at++)
        {
            if (!rest[at].StartsWith("--", StringComparison.Ordinal)) arguments.Add(rest[at]);
            else if (!verb.Options.ContainsKey(rest[at])) complaint = $"\"{verb.Words}\" has no option {rest[at]}.";
            else if (verb.Options[rest[at]].Length == 0)
            {
                if (!options.TryAdd(rest[at], "")) complaint = $"{rest[at]} stands there twice.";
            }
            else if (at + 1 >= rest.Count) complaint = $"{rest[at]} needs something after it.";
            else if (!options.TryAdd(rest[at], rest[++at])) complaint = $"{rest[at - 1]} stands there twice.";
            if (complaint.Length > 0) return null;
        }

        if (arguments.Count < verb.Arguments.Count) complaint = $"{verb.Arguments[arguments.Count]} is missing.";
        else if (arguments.Count > verb.Arguments.Count + verb.MayFollow.Count) complaint = $"\"{arguments[verb.Arguments.Count + verb.MayFollow.Count]}\" is too much. Put names of several words in quotation marks.";
        else if (verb.Demanded.FirstOrDefault(one => !options.ContainsKey(one)) is { } missing) complaint = $"{missing} is missing.";
        return complaint.Length > 0 ? null : new Typed(arguments, options);
    }
}
