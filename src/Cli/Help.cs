using System.Text;

namespace Lifeguard.Cli;

/// <summary>The command line in plain words.</summary>
internal static class Help
{
    private const int Width = 96;

    public static string Text()
    {
        var text = new StringBuilder("Lifeguard's command line. The database is the demonstration's, or with --school first, the school's.\n\n");
        foreach (var verb in Verbs.All) Add(text, verb);
        // What changes the machine itself is done by the script that starts this program.
        Add(text, "backup set-up --key-to FILE [--to FOLDER] [--keep DAYS]", "Makes the key of the backups, whose secret half goes to FILE and away from this machine, and begins to keep the database's log.");
        // Another program, on purpose, so that what checks the journal shares nothing with what writes it.
        Add(text, "journal verify [--entries] [--witness FILE]", "Checks that nothing in the journal was changed, removed or reordered.");
        return text.Append("Exit codes: 0 done, 1 failed, 2 refused or not understood. After 2 nothing has changed.\n").ToString();
    }

    public static string Of(Verb verb)
    {
        var text = new StringBuilder();
        Add(text, verb);
        return text.ToString();
    }

    private static void Add(StringBuilder text, Verb verb) => Add(text, verb.Usage, verb.Says);

    private static void Add(StringBuilder text, string usage, string says)
    {
        text.Append("  ./lifeguard ").Append(usage).Append('\n');
        var line = "";
        foreach (var word in says.Split(' '))
        {
            if (line.Length + word.Length + 7 > Width)
            {
                text.Append("      ").Append(line).Append('\n');
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        text.Append("      ").Append(line).Append("\n\n");
    }
}
