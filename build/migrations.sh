#!/usr/bin/env bash
# Makes the one migration of each database and the generated model anew from the entities. Until the first release there is nothing to migrate from.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet tool restore
compiled=src/Loket.Storage.Compiled
rm -rf src/Loket.Storage.Sqlite/Migrations src/Loket.Storage.Postgres/Migrations "$compiled/Sqlite" "$compiled/Postgres"
dotnet restore --locked-mode -v q
# Analyzers have their say when the result is built.
dotnet build src/Loket --no-restore -v q --nologo -p:RunAnalyzers=false
for kind in Sqlite Postgres; do
  dotnet ef migrations add Initial --no-build --project "src/Loket.Storage.$kind" --startup-project src/Loket --output-dir Migrations -- "$kind"
  dotnet ef dbcontext optimize --no-build --project "$compiled" --startup-project src/Loket --output-dir "$kind" --namespace "Loket.Storage.Compiled.$kind" -- "$kind"
done
