# Publishes a program, ready to run; skipped when the sources are those of the last time.

publish_program() {
  local project=$1 to=$2 now
  now=$(fingerprint)
  [[ ! -e $to/.published || $(<"$to/.published") != "$now" ]] || return 0
  echo "Building $project (a few minutes the first time) ..." >&2
  local log
  log=$(mktemp)
  if ! { cd "$root" && dotnet restore "src/$project" --locked-mode -v q && rm -rf "$to" \
    && dotnet publish "src/$project" -c Release -r linux-x64 --self-contained false --no-restore -v q -o "$to"; } >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    tell_and_stop "Building $project failed."
  fi
  rm -f "$log"
  cd - >/dev/null
  echo "$now" >"$to/.published"
}

# Names, sizes and dates of everything that the build reads.
fingerprint() {
  find "$root/src" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json" \
    \( -name bin -o -name obj -o -name node_modules -o -name wwwroot \) -prune -o -type f -printf '%P %s %T@\n' | sort | sha256sum
}
