using System.Buffers;
using Lifeguard.Filtering.Spool;
using Lifeguard.Gateway.Exchange;
using Lifeguard.Gateway.Live;
using Lifeguard.Gateway.Tests.Support;
using Lifeguard.Gateway.Wire;

namespace Lifeguard.Gateway.Tests.Exchange;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("http://good.test/a/b?c=d", "GET", "")]
    [InlineData("http://www.childline.org.uk/", "GET", "")]
    [InlineData("good.test:443", "CONNECT", "X-Filter-Stage: 2\r\nX-Filter-Sni: www.good.test\r\n")]
    public void RequestThatPasses_MakesNothing(string target, string method, string icap)
    {
        var line = new LineInMemory();
        var judging = line.Judging(new Nothing());
        using var reader = new RequestReader();
        var message = Ask.Bytes(Ask.Request(Ask.Http(target, method), icap: "Allow: 204\r\nX-Client-Username: somebody\r\n" + icap));
        var output = new ArrayBufferWriter<byte>(4096);

        // What the runtime makes while it compiles a method again is not ours: one of the rounds is without it.
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++) Round();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.ShouldBe(0);

        void Round()
        {
            if (reader.Read(message, out _) != ReadStatus.Message || judging.Request(reader) != Reply.Pass) throw new InvalidDataException();
            output.ResetWrittenCount();
            output.Write(judging.Force!.Unchanged);
            reader.Next();
        }
    }

    private sealed class Nothing : IDecisionLog
    {
        public void Write(in DecisionRecord record) { }
    }
}
