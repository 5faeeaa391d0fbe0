using System.Net;
using System.Security.Cryptography;
using Lifeguard.Filtering.Spool;
using Lifeguard.Gateway.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lifeguard.Gateway.Tests.Live;

/// <summary>The site may put another key there while everybody browses.</summary>
public sealed class SpoolLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifeguard-spool-").FullName;
    private readonly ECDiffieHellman[] _keys = [ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256), ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256)];

    public void Dispose()
    {
        foreach (var key in _keys) key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void WhenTheKeyIsSwapped_EachDecisionIsWrittenOrCounted()
    {
        var log = new SpoolLog(new GatewaySettings { Folder = _folder }, TimeProvider.System, NullLogger<SpoolLog>.Instance);
        Put(0);
        log.Look();

        var handedIn = 0L;
        var isOver = false;
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                log.Write(new DecisionRecord { At = 1, Client = IPAddress.Loopback, Level = "ks2", Host = "a.test"u8, Action = "allow", Reason = "x" });
                Interlocked.Increment(ref handedIn);
                Thread.SpinWait(5_000);
            }
        })).ToList();
        foreach (var thread in threads) thread.Start();
        for (var swap = 1; swap <= 6; swap++)
        {
            Put(swap);
            log.Look();
            Thread.Sleep(5);
        }

        Volatile.Write(ref isOver, true);
        foreach (var thread in threads) thread.Join();
        log.Dispose();

        var spool = Path.Combine(_folder, SpoolLog.FolderName);
        var segments = _keys.SelectMany(key => new SpoolReader(spool, key).Waiting(int.MaxValue).Select(name => new SpoolReader(spool, key).Open(name, out _))).OfType<Segment>().ToList();
        segments.Count.ShouldBeGreaterThan(3);
        (segments.Sum(segment => segment.Rows.Length) + segments.Sum(segment => segment.Lost)).ShouldBe(handedIn);
    }

    [Fact]
    public void WhatWasLostAndWritten_IsNotForgottenWithTheKey()
    {
        using var log = new SpoolLog(new GatewaySettings { Folder = _folder }, TimeProvider.System, NullLogger<SpoolLog>.Instance);
        Put(0);
        log.Look();
        log.Write(new DecisionRecord { At = 1, Client = IPAddress.Loopback, Level = "ks2", Host = "a.test"u8, Action = "allow", Reason = "x" });
        Put(1);
        log.Look();

        SpinWait.SpinUntil(() => log.Written == 1, TimeSpan.FromSeconds(30)).ShouldBeTrue();
        log.Lost.ShouldBe(0);
    }

    private void Put(int swap) => File.WriteAllText(Path.Combine(_folder, SpoolKey.PublicName), SpoolKey.PublicPem(_keys[swap % 2]));
}
