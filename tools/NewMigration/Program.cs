using Lifeguard.Storage;
using Lifeguard.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

// Writes the next migration of the schema from the model: tools/new-migration NAME.
if (args is not [var name, var folder])
{
    Console.Error.WriteLine("Say the name of the migration and the folder of the Migrations project.");
    return 2;
}

var options = new DbContextOptionsBuilder<Store>()
    .UseNpgsql("Host=nowhere", npgsql => npgsql.MigrationsAssembly("Lifeguard.Migrations")).Options;
await using var none = new ServiceCollection().BuildServiceProvider();
await using var store = new Store(options, Rooms.All.SelectMany(room => room.Tables), none);

var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(store);
#pragma warning disable EF1001 // The provider's design services have no other door.
new NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
await using var design = services.BuildServiceProvider();
var scaffolder = design.GetRequiredService<IMigrationsScaffolder>();
var migration = scaffolder.ScaffoldMigration(name, "Lifeguard.Migrations", "History");
var files = scaffolder.Save(folder, migration, Path.Combine(folder, "History"), dryRun: false);
Console.WriteLine(files.MigrationFile);
return 0;
