#!/usr/bin/env bash
# Makes the one migration of each database anew from the model. Until the first release there is nothing to migrate from.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet tool restore
rm -rf src/Loket.Storage.Sqlite/Migrations src/Loket.Storage.Postgres/Migrations
dotnet restore --locked-mode -v q
dotnet build src/Loket --no-restore -v q --nologo
for kind in Sqlite Postgres; do
  dotnet ef migrations add Initial --no-build --project "src/Loket.Storage.$kind" --startup-project src/Loket --output-dir Migrations -- "$kind"
done
