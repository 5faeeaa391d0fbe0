using System.Net.Sockets;
using Npgsql;

namespace Lifeguard.Web.Hosting;

/// <summary>Whether a fault says that the database is away, starting, full or not letting us in, rather than that we asked it something wrong.</summary>
internal static class DatabaseTrouble
{
    // Classes of the SQL standard and of PostgreSQL: connection, identification, no such database, resources, operator, system.
    private static readonly string[] Classes = ["08", "28", "3D", "53", "57P", "58", "XX001"];

    // A server that is only a copy refuses to be written to.
    private const string ReadOnly = "25006";

    public static bool Caused(Exception fault)
    {
        for (var one = fault; one is not null; one = one.InnerException)
        {
            if (one is PostgresException answer) return answer.SqlState == ReadOnly || Classes.Any(start => answer.SqlState.StartsWith(start, StringComparison.Ordinal));
            if (one is NpgsqlException or SocketException) return true;
        }

        return false;
    }
}
