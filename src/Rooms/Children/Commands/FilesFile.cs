using System.Text.Json;
using System.Text.Json.Serialization;
using Lifeguard.Children.Contracts;
using Lifeguard.Children.Model;

namespace Lifeguard.Children.Commands;

/// <summary>children.json of the demonstration. A word that nothing knows stops the load.</summary>
internal sealed record FilesFile(string About, IReadOnlyList<FilesFile.Export> Exports, IReadOnlyList<FilesFile.KeyHolder> Keys, IReadOnlyList<FilesFile.Child> Files)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static async Task<FilesFile> ReadAsync(string path, CancellationToken stop)
    {
        await using var stream = File.OpenRead(path);
        return (await JsonSerializer.DeserializeAsync<FilesFile>(stream, Form, stop))!;
    }

    internal sealed record Export(string School, string By, string Source, string File);

    internal sealed record KeyHolder(string School, string By);

    /// <param name="LeftDaysAgo">The child leaves, and the file waits to be sent.</param>
    internal sealed record Child(string School, string Name, string By, IReadOnlyList<Fact> Facts, int? LeftDaysAgo = null);

    internal sealed record Fact(FactKind Kind, int DaysAgo)
    {
        public string? Key { get; init; }

        public string? Name { get; init; }

        public string? Relation { get; init; }

        public Telling? Told { get; init; }

        public string? Because { get; init; }

        public string? SaidBy { get; init; }

        public string? Agency { get; init; }

        public string? Telephone { get; init; }

        public bool? Interpreter { get; init; }

        public string? Detail { get; init; }

        /// <summary>Ended so many days ago.</summary>
        public int? EndedDaysAgo { get; init; }
    }
}
