using Lifeguard.Filtering.Engine.Folder;

namespace Lifeguard.Gateway.Squid;

/// <summary>Where the files of one Squid lie, in its folder.</summary>
internal sealed record SquidFiles(string Folder)
{
    public string Configuration => Path.Combine(Folder, "squid.conf");
    public string Pages => Path.Combine(Folder, "pages");
    public string SealedNames => Path.Combine(Folder, "sealed.names");
    public string SealedAddresses => Path.Combine(Folder, "sealed.addresses");
    public string Helplines => Path.Combine(Folder, "helplines.names");
    public string NeverDecrypt => Path.Combine(Folder, "never-decrypt.names");
    public string Placeholder => Path.Combine(Folder, "placeholder.pem");

    /// <summary>The school's own authority, where decryption is chosen: a copy that Squid's user may read.</summary>
    public string Authority => Path.Combine(Folder, "authority.pem");

    /// <summary>Certificates made while decrypting; Squid's own helper keeps them.</summary>
    public string Certificates => Path.Combine(Folder, "certificates");

    /// <summary>The gate's key, where people sign in: a copy for the helper, which runs as Squid's user.</summary>
    public string Key => Path.Combine(Folder, GateFolder.KeyFile);

    /// <summary>The one folder that the user of Squid may write to.</summary>
    public string Work => Path.Combine(Folder, "work");
    public string AccessLog => Path.Combine(Work, "access.log");
    public string CacheLog => Path.Combine(Work, "squid.log");
    public string ProcessNumber => Path.Combine(Work, "squid.pid");
}
