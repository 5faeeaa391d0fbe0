using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lifeguard.Migrations.History
{
    /// <inheritdoc />
    public partial class WhoWasKeptFromIt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<List<Guid>>(
                name: "kept_from",
                table: "tombstone",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'::uuid[]");

            migrationBuilder.AddForeignKey(
                name: "fk_child_entry_child_file_file_id",
                table: "child_entry",
                column: "file_id",
                principalTable: "child_file",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_child_fact_child_file_file_id",
                table: "child_fact",
                column: "file_id",
                principalTable: "child_file",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_child_kept_from_child_file_file_id",
                table: "child_kept_from",
                column: "file_id",
                principalTable: "child_file",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_file_transfer_child_file_file_id",
                table: "file_transfer",
                column: "file_id",
                principalTable: "child_file",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_child_entry_child_file_file_id",
                table: "child_entry");

            migrationBuilder.DropForeignKey(
                name: "fk_child_fact_child_file_file_id",
                table: "child_fact");

            migrationBuilder.DropForeignKey(
                name: "fk_child_kept_from_child_file_file_id",
                table: "child_kept_from");

            migrationBuilder.DropForeignKey(
                name: "fk_file_transfer_child_file_file_id",
                table: "file_transfer");

            migrationBuilder.DropColumn(
                name: "kept_from",
                table: "tombstone");
        }
    }
}
