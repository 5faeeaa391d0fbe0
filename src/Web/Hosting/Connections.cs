using System.Data.Common;
using Npgsql;

namespace Lifeguard.Web.Hosting;

/// <summary>What the site asks of its connections where nobody has said otherwise: to give up soon, and to remember how a question is answered.</summary>
internal static class Connections
{
    public static string WithLimits(string connection)
    {
        // Npgsql's own builder says of every setting that it is there; the plain one knows what was written.
        var written = new DbConnectionStringBuilder { ConnectionString = connection };
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (!written.ContainsKey("Timeout")) settings.Timeout = 5;
        if (!written.ContainsKey("Command Timeout") && !written.ContainsKey("CommandTimeout")) settings.CommandTimeout = 30;
        // A question asked often is planned once for a connection, not at each click.
        if (!written.ContainsKey("Max Auto Prepare") && !written.ContainsKey("MaxAutoPrepare")) settings.MaxAutoPrepare = 200;
        return settings.ConnectionString;
    }
}
