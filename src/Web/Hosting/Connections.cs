using System.Data.Common;
using Npgsql;

namespace Lifeguard.Web.Hosting;

/// <summary>How long the site waits for the database before it tells people that there is trouble.</summary>
internal static class Connections
{
    public static string WithLimits(string connection)
    {
        // Npgsql's own builder says of every setting that it is there; the plain one knows what was written.
        var written = new DbConnectionStringBuilder { ConnectionString = connection };
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (!written.ContainsKey("Timeout")) settings.Timeout = 5;
        if (!written.ContainsKey("Command Timeout") && !written.ContainsKey("CommandTimeout")) settings.CommandTimeout = 30;
        return settings.ConnectionString;
    }
}
