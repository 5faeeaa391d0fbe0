using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Lifeguard.Access.Keys;

/// <summary>
/// Keeps the data-protection keys in the database, so that several copies of the site read each other's cookies and drafts. What makes
/// them secret is sealed with the key file.
/// </summary>
internal sealed class KeysInDatabase(NpgsqlDataSource database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("select xml from protection_key order by name");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand("insert into protection_key (name, xml) values ($1, $2)");
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }

    public async Task<IReadOnlyList<StoredKey>> AllAsync(CancellationToken stop)
    {
        await using var command = database.CreateCommand("select name, xml from protection_key order by name");
        await using var reader = await command.ExecuteReaderAsync(stop);
        var keys = new List<StoredKey>();
        while (await reader.ReadAsync(stop)) keys.Add(new StoredKey(reader.GetString(0), reader.GetString(1)));
        return keys;
    }

    public async Task ReplaceAsync(StoredKey key, string xml, CancellationToken stop)
    {
        await using var command = database.CreateCommand("update protection_key set xml = $3 where name = $1 and xml = $2");
        foreach (var value in (string[])[key.Name, key.Xml, xml]) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(stop);
    }
}
