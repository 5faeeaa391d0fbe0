using Microsoft.EntityFrameworkCore.Storage;

namespace Lifeguard.Storage;

/// <summary>A transaction that only a commit with a deed completes.</summary>
public sealed class Work : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly Action _end;
    private bool _ended;

    internal Work(IDbContextTransaction transaction, Action end) => (_transaction, _end) = (transaction, end);

    internal Task CompleteAsync(CancellationToken stop) => _transaction.CommitAsync(stop);

    public async ValueTask DisposeAsync()
    {
        if (_ended) return;
        _ended = true;
        _end();
        await _transaction.DisposeAsync();
    }
}
