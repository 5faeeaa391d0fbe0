using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class FileTransfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "file_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "file_transfer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    package = table.Column<byte[]>(type: "bytea", nullable: true),
                    package_sum = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    made_by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_transfer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "received_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    package = table.Column<Guid>(type: "uuid", nullable: false),
                    from_school = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_identity = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(220)", maxLength: 220, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    receipt = table.Column<byte[]>(type: "bytea", nullable: true),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_file", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_file_key_school",
                table: "file_key",
                column: "school");

            migrationBuilder.CreateIndex(
                name: "ix_file_transfer_file_id",
                table: "file_transfer",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_file_transfer_open",
                table: "file_transfer",
                column: "file_id",
                unique: true,
                filter: "state in ('Open', 'Made')");

            migrationBuilder.CreateIndex(
                name: "ix_received_file_org_opened_at",
                table: "received_file",
                columns: new[] { "org", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_received_file_reference",
                table: "received_file",
                column: "reference",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "file_key");

            migrationBuilder.DropTable(
                name: "file_transfer");

            migrationBuilder.DropTable(
                name: "received_file");
        }
    }
}
