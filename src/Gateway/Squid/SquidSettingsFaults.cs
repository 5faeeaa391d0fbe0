using System.Net;
using System.Text.RegularExpressions;

namespace Lifeguard.Gateway.Squid;

/// <summary>What is wrong with settings. A value that could become a line of its own in the configuration is never taken.</summary>
internal static partial class SquidSettingsFaults
{
    public static IReadOnlyList<string> Of(SquidSettings settings)
    {
        var faults = new List<string>();
        if (!Word().IsMatch(settings.Name)) faults.Add($"name: \"{settings.Name}\" may hold letters and digits alone.");
        if (!UserName().IsMatch(settings.User)) faults.Add($"user: \"{settings.User}\" is no user's name.");
        if (settings.Pupils.WhenGateFails is WhenGateFails.Open)
            faults.Add("pupils: whenGateFails is open. Pupils are never let through unfiltered; open exists for staff alone.");
        if (settings.Staff is { WhenGateFails: WhenGateFails.Open } && settings.Gateways.Count > 1)
            faults.Add("staff: whenGateFails is open, and there are several gateways. Squid would let staff past the one that fails without asking the next; set it to Closed, and the next one filters.");

        Door(faults, "pupils", settings.Pupils);
        if (settings.Staff is { } staff) Door(faults, "staff", staff);
        var twice = settings.Pupils.Listen.Concat(settings.Staff?.Listen ?? []).GroupBy(at => at).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) faults.Add($"listen: {twice.Key} stands there twice.");

        if (settings.Gateways.Count == 0) faults.Add("gateways: none is named, so every page would stay closed.");
        if (settings.Lines is < 1 or > 10_000) faults.Add("lines: from 1 to 10000.");
        if (settings.TunnelMinutes is < 1 or > 1440) faults.Add("tunnelMinutes: from 1 to 1440.");
        foreach (var gateway in settings.Gateways.Where(gateway => !HostAndPort().IsMatch(gateway))) faults.Add($"gateways: \"{gateway}\" is no host with a port, such as 127.0.0.1:1344.");
        foreach (var door in settings.SecondDoors.Where(door => !Uri.TryCreate(door, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))) faults.Add($"secondDoors: \"{door}\" is no address of a door, such as http://127.0.0.1:1345.");
        foreach (var server in settings.NameServers.Where(server => !IPAddress.TryParse(server, out _))) faults.Add($"nameServers: \"{server}\" is no address.");
        foreach (var name in settings.Inside.Where(name => NameList.Canonical(name) is null)) faults.Add($"inside: \"{name}\" is no name.");

        foreach (var (what, path) in new[]
        {
            ("folder", settings.Folder), ("sealedList", settings.SealedList), ("helplines", settings.Helplines), ("policy", settings.Policy),
            ("authority", settings.Decryption?.Authority), ("never", settings.Decryption?.Never),
            ("hostsFile", settings.Laboratory?.HostsFile), ("authorities", settings.Laboratory?.Authorities),
        })
            if (path is not null && !PathText().IsMatch(path)) faults.Add($"{what}: \"{path}\" holds a character that a file of the gate may not have in its name.");

        if (settings.SignIn is { } signIn && (signIn.Program is not null && !Line().IsMatch(signIn.Program) || !Line().IsMatch(signIn.Door) || !Line().IsMatch(signIn.Realm))) faults.Add("signIn: program, door and realm are one line of plain letters each.");
        return faults;
    }

    private static void Door(List<string> faults, string name, SquidDoor door)
    {
        if (door.Listen.Count == 0) faults.Add($"{name}: listen names no address and port.");
        foreach (var at in door.Listen.Where(at => !IPEndPoint.TryParse(at, out var end) || end.Port == 0 || !HostAndPort().IsMatch(at))) faults.Add($"{name}: listen \"{at}\" is no address with a port, such as 127.0.0.1:3128.");
        if (door.Networks.Count == 0) faults.Add($"{name}: networks names none, so nobody could come in.");
        foreach (var range in door.Networks.Where(range => !IPNetwork.TryParse(range, out _) && !IPAddress.TryParse(range, out _))) faults.Add($"{name}: networks \"{range}\" is no address range, such as 10.20.0.0/16.");
        foreach (var range in door.Networks.Where(range => IPNetwork.TryParse(range, out var network) && network.PrefixLength == 0)) faults.Add($"{name}: networks \"{range}\" is the whole world.");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,24}\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[a-z_][a-z0-9_-]{0,31}\z")]
    private static partial Regex UserName();

    [GeneratedRegex(@"\A(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+):[0-9]{1,5}\z")]
    private static partial Regex HostAndPort();

    [GeneratedRegex(@"\A/[A-Za-z0-9._/+-]+\z")]
    private static partial Regex PathText();

    [GeneratedRegex(@"\A[A-Za-z0-9 ._/:=+-]{1,400}\z")]
    private static partial Regex Line();
}
