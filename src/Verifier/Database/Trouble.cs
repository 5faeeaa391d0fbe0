using System.Net.Sockets;
using Npgsql;

namespace Lifeguard.Verifier.Database;

internal static class Trouble
{
    // Null for what is a fault of this program and must be seen as such.
    public static CannotCheckException? From(Exception cause) => cause switch
    {
        CannotCheckException known => known,
        PostgresException refused => new(refused.MessageText, Remedy(refused.SqlState), refused),
        NpgsqlException { InnerException: SocketException } => new(cause.Message, "Check that PostgreSQL runs and that host and port in --connection are right.", cause),
        NpgsqlException => new(cause.Message, "Check the connection and run again; if it happens again at the same place, look at the PostgreSQL log.", cause),
        InvalidCastException => new("A column has another type than docs/journal-format.md says.",
            "Compare the tables journal and journal_seal with that page; somebody may have altered them.", cause),
        ArgumentException or FormatException => new(cause.Message, "Check the connection string, for example \"Host=localhost;Database=lifeguard;Username=lifeguard_backup\".", cause),
        OperationCanceledException => new("Stopped before the end.", "Run again and let it finish.", cause),
        _ => null,
    };

    private static string Remedy(string state) => state switch
    {
        PostgresErrorCodes.InsufficientPrivilege => "Use the backup role, or grant this role select on journal, journal_seal and organisation.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "Check user name and password (PGPASSWORD or PGPASSFILE).",
        PostgresErrorCodes.InvalidCatalogName => "Check the database name in --connection.",
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => "Check that this is the database of Lifeguard and that it is up to date.",
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => "The database files are damaged. Verify the latest backup, and restore it if it is intact.",
        PostgresErrorCodes.SerializationFailure => "Run again; on a standby raise max_standby_streaming_delay first.",
        _ => "Look this message up in the PostgreSQL log and run again.",
    };
}
