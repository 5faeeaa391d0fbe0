using System.Net;
using System.Text;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Tests.Support;

namespace Lifeguard.Gateway.Tests.Live;

public sealed class KnownClientsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private readonly Leases _leases = new();
    private readonly KnownClients _clients;

    public KnownClientsTests() => _clients = new KnownClients(SmallGate.Filter(), _leases);

    [Fact]
    public void SameOne_IsMadeOnce()
    {
        var first = Find("10.1.0.7");

        Find("10.1.0.7").ShouldBeSameAs(first);
        Find("10.1.0.7", "-").ShouldBeSameAs(first);
        Find("10.1.0.7", "somebody").ShouldNotBeSameAs(first);
        first.Asker.Level.Name.ShouldBe("pupils");
    }

    [Fact]
    public void AddressAndAccount_AreNotOneWord()
    {
        // "1" + "2x" and "12" + "x" must be two people.
        Find("1", "2x").Asker.Person.ShouldBe("2x");
        Find("12", "x").Asker.Person.ShouldBe("x");
    }

    [Fact]
    public void Lease_IsHeardAtOnce_AndEndsOnTheMoment()
    {
        Find("10.1.0.7").Asker.Person.ShouldBeNull();

        _leases.Put(IPAddress.Parse("10.1.0.7"), "somebody", Now.AddMinutes(10), Now);

        Find("10.1.0.7").Asker.Person.ShouldBe("somebody");
        _clients.Find("10.1.0.7"u8, default, Now.AddMinutes(10)).Asker.Person.ShouldBeNull();
    }

    [Fact]
    public void MoreThanFit_AreStillEachAnsweredRight()
    {
        // Three times as many as there is room for: whoever is pushed out is made anew, and nobody is taken for another.
        const int Asked = 3 * KnownClients.MostKept;
        Parallel.For(0, 4, part =>
        {
            for (var number = part; number < Asked; number += 4)
            {
                var address = $"10.{1 + number % 2}.{number / 250 % 250}.{number % 250}";
                var account = $"a{number}";
                var client = _clients.Find(Encoding.ASCII.GetBytes(address), Encoding.ASCII.GetBytes(account), Now);
                if (client.Asker.Person != account || client.Address.ToString() != address) throw new InvalidDataException($"{address} {account} was taken for {client.Address} {client.Asker.Person}");
                if (client.Asker.Level.Name != (number % 2 == 0 ? "pupils" : "staff")) throw new InvalidDataException($"{address} has the level {client.Asker.Level.Name}");
            }
        });
    }

    private Client Find(string address, string account = "") => _clients.Find(Encoding.ASCII.GetBytes(address), Encoding.ASCII.GetBytes(account), Now);
}
