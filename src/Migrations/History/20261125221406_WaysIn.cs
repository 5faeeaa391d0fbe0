using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class WaysIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Nobody showed a second factor for them: everybody signs in once more.
            migrationBuilder.Sql("delete from session");

            migrationBuilder.AddColumn<string>(
                name: "device",
                table: "session",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<TimeSpan>(
                name: "idle_for",
                table: "session",
                type: "interval",
                nullable: false,
                defaultValue: new TimeSpan(0, 0, 0, 0, 0));

            migrationBuilder.AddColumn<bool>(
                name: "is_shared",
                table: "session",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "proved_at",
                table: "session",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "way",
                table: "session",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "authenticator_key",
                table: "account",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "devices_known_since",
                table: "account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "last_code_step",
                table: "account",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "password_closed_at",
                table: "account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_passkey",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_passkey", x => x.credential_id);
                });

            migrationBuilder.CreateTable(
                name: "guess",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    device = table.Column<Guid>(type: "uuid", nullable: true),
                    from_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    is_code = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guess", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: true),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recovery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    org = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    first_by = table.Column<Guid>(type: "uuid", nullable: true),
                    first_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    first_as = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    second_by = table.Column<Guid>(type: "uuid", nullable: true),
                    second_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    second_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    link_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_code",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_code", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_passkey_user_id",
                table: "account_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_guess_from_hash_at",
                table: "guess",
                columns: new[] { "from_hash", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_guess_name_hash_at",
                table: "guess",
                columns: new[] { "name_hash", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_invitation_org_invited_at",
                table: "invitation",
                columns: new[] { "org", "invited_at" });

            migrationBuilder.CreateIndex(
                name: "ix_invitation_token_hash",
                table: "invitation",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recovery_account_id",
                table: "recovery",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_recovery_org_asked_at",
                table: "recovery",
                columns: new[] { "org", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_recovery_token_hash",
                table: "recovery",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recovery_code_account_id",
                table: "recovery_code",
                column: "account_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_passkey");

            migrationBuilder.DropTable(
                name: "guess");

            migrationBuilder.DropTable(
                name: "invitation");

            migrationBuilder.DropTable(
                name: "recovery");

            migrationBuilder.DropTable(
                name: "recovery_code");

            migrationBuilder.DropColumn(
                name: "device",
                table: "session");

            migrationBuilder.DropColumn(
                name: "idle_for",
                table: "session");

            migrationBuilder.DropColumn(
                name: "is_shared",
                table: "session");

            migrationBuilder.DropColumn(
                name: "proved_at",
                table: "session");

            migrationBuilder.DropColumn(
                name: "way",
                table: "session");

            migrationBuilder.DropColumn(
                name: "authenticator_key",
                table: "account");

            migrationBuilder.DropColumn(
                name: "devices_known_since",
                table: "account");

            migrationBuilder.DropColumn(
                name: "last_code_step",
                table: "account");

            migrationBuilder.DropColumn(
                name: "password_closed_at",
                table: "account");
        }
    }
}
