using Npgsql;

namespace Lifeguard.Web.Hosting;

/// <summary>How long the site waits for the database before it tells people that there is trouble.</summary>
internal static class Connections
{
    public static string WithLimits(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (!settings.ContainsKey("Timeout")) settings.Timeout = 5;
        if (!settings.ContainsKey("Command Timeout")) settings.CommandTimeout = 30;
        return settings.ConnectionString;
    }
}
