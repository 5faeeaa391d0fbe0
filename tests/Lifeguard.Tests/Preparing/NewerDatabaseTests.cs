using Lifeguard.Tests.House;
using Lifeguard.Web.Preparing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifeguard.Tests.Preparing;

public sealed class NewerDatabaseTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task DatabaseOfANewerVersion_IsRefusedInWords_AndLeftAsItIs()
    {
        await using (var connection = new NpgsqlConnection(_database.Owner + ";Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand("insert into \"__EFMigrationsHistory\" values ('20990101000000_FromTheFuture', '99.0.0')", connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var app = Lifeguard.Web.Hosting.House.WithoutPages(["--Lifeguard:NoJobs=true", $"--ConnectionStrings:App={_database.App}", $"--Lifeguard:Data={_database.Data}"]);
        await using var scope = app.Services.CreateAsyncScope();
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => Preparation.MigrateAsync(scope.ServiceProvider, _database.Owner, TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("made by a newer version of Lifeguard");
        refused.Message.ShouldContain("FromTheFuture");
    }
}
