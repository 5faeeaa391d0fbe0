using System.Text.Json;
using System.Text.Json.Serialization;
using Lifeguard.Filtering.Engine.Folder;

namespace Lifeguard.Gateway.Squid;

/// <summary>
/// What a school says of its Squid. Everything else of the configuration follows from it and is nobody's to choose. File names are meant
/// from the folder in which the settings lie.
/// </summary>
internal sealed record SquidSettings
{
    /// <summary>Tells several Squids of one machine apart: letters and digits.</summary>
    public string Name { get; init; } = "lifeguard";

    /// <summary>Where the configuration, its pages, the log and the process number go. Made anew at each start.</summary>
    public required string Folder { get; init; }

    /// <summary>The user as whom Squid works when root starts it.</summary>
    public string User { get; init; } = "proxy";

    public required SquidDoor Pupils { get; init; }
    public SquidDoor? Staff { get; init; }

    /// <summary>Every gateway as host and port; with several the next one is asked when one does not answer.</summary>
    public IReadOnlyList<string> Gateways { get; init; } = ["127.0.0.1:1344"];

    /// <summary>The second door of each gateway, where it is asked which open tunnels may go on.</summary>
    public IReadOnlyList<string> SecondDoors { get; init; } = ["http://127.0.0.1:1345"];

    /// <summary>How many questions a gateway is asked at a time; what is more waits.</summary>
    public int Lines { get; init; } = 200;

    /// <summary>How long a connection of the pupils' door may live for which no gateway vouches; by so much at most it outlives what opened it.</summary>
    public int TunnelMinutes { get; init; } = 60;

    /// <summary>Names and addresses that are closed for everybody, in Squid itself.</summary>
    public string? SealedList { get; init; }

    /// <summary>The school's policy, whose own helplines are open here too.</summary>
    public string? Policy { get; init; }

    /// <summary>Further names that are open for everybody, also when nothing else works, and are written down nowhere.</summary>
    public string? Helplines { get; init; }

    /// <summary>Names that may lead to a server within the school, such as Lifeguard's own site.</summary>
    public IReadOnlyList<string> Inside { get; init; } = [];

    public SquidDecryption? Decryption { get; init; }
    public SquidSignIn? SignIn { get; init; }

    /// <summary>Name servers, where the machine's own are not the ones to ask.</summary>
    public IReadOnlyList<string> NameServers { get; init; } = [];

    /// <summary>For tests alone: a world without the internet.</summary>
    public SquidLaboratory? Laboratory { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Reads settings; what is wrong with them is said with its line.</summary>
    public static SquidSettings? Read(string path, out IReadOnlyList<string> faults)
    {
        try
        {
            var settings = JsonSerializer.Deserialize<SquidSettings>(File.ReadAllText(path), Json);
            if (settings is not null)
            {
                settings = settings.From(Path.GetDirectoryName(Path.GetFullPath(path))!);
                faults = SquidSettingsFaults.Of(settings);
                return faults.Count == 0 ? settings : null;
            }

            faults = [$"{path}: nothing stands in it."];
        }
        catch (JsonException fault)
        {
            faults = [$"{path}, line {fault.LineNumber + 1}: {fault.Message}"];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults = [$"{path}: {fault.Message}"];
        }

        return null;
    }

    private SquidSettings From(string folder) => this with
    {
        Folder = Path.GetFullPath(Folder, folder),
        SealedList = SealedList is null ? null : Path.GetFullPath(SealedList, folder),
        Policy = Policy is null ? null : Path.GetFullPath(Policy, folder),
        Helplines = Helplines is null ? null : Path.GetFullPath(Helplines, folder),
        SignIn = SignIn is null ? null : SignIn with { Key = Path.GetFullPath(SignIn.Key, folder) },
        Decryption = Decryption is null ? null : Decryption with
        {
            Authority = Path.GetFullPath(Decryption.Authority, folder),
            Never = Decryption.Never is null ? null : Path.GetFullPath(Decryption.Never, folder),
        },
    };
}

/// <summary>A port on which browsers are served, and from where.</summary>
internal sealed record SquidDoor
{
    /// <summary>Addresses and ports that Squid listens on: the machine's own alone, unless a school says otherwise.</summary>
    public required IReadOnlyList<string> Listen { get; init; }

    /// <summary>Whose devices may come in, as address ranges.</summary>
    public IReadOnlyList<string> Networks { get; init; } = ["127.0.0.0/8"];

    /// <summary>What happens while no gateway answers. For pupils there is nothing to choose.</summary>
    public WhenGateFails WhenGateFails { get; init; } = WhenGateFails.Closed;
}

internal enum WhenGateFails
{
    Closed,

    /// <summary>For staff alone: pages open unfiltered, but for the sealed list, which Squid holds itself.</summary>
    Open,
}

/// <summary>Pages of https are read by the filter, with a certificate of the school's own that each device must trust.</summary>
internal sealed record SquidDecryption
{
    /// <summary>The school's own authority: certificate and key in one file, readable by its owner alone.</summary>
    public required string Authority { get; init; }

    /// <summary>Names that are never decrypted: banks, health, what would break.</summary>
    public string? Never { get; init; }
}

/// <summary>People sign in to the proxy; who they are is asked of a gateway.</summary>
internal sealed record SquidSignIn
{
    /// <summary>The gateway's second door, which is asked.</summary>
    public string Door { get; init; } = "http://127.0.0.1:1345";

    /// <summary>The key that opens that door; a copy of it lies beside Squid's configuration.</summary>
    public string Key { get; init; } = GateFolder.KeyFile;

    /// <summary>Another program that asks, with its arguments, in the place of ours.</summary>
    public string? Program { get; init; }

    /// <summary>What a browser's question says.</summary>
    public string Realm { get; init; } = "School internet";
}

/// <summary>A world for tests: names from a file, and one server that stands for all others.</summary>
internal sealed record SquidLaboratory(string HostsFile, string ParentHost, int ParentPort, string? Authorities = null);
