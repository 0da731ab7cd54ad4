# Publishes a program, ready to run; skipped when the sources are those of the last time.

publish_program() {
  local project=$1 to=$2 now
  now=$(fingerprint)
  [[ ! -e $to/.published || $(<"$to/.published") != "$now" ]] || return 0
  echo "Building $project (a few minutes the first time) ..." >&2
  local log progress code=0
  log=$(mktemp)
  show_progress "$log" &
  progress=$!
  (cd "$root" && dotnet restore "src/$project" --locked-mode -v q && rm -rf "$to" \
    && dotnet publish "src/$project" -c Release -r linux-x64 --self-contained false --no-restore -v m -o "$to") >"$log" 2>&1 || code=$?
  kill "$progress" 2>/dev/null && wait "$progress" 2>/dev/null || true
  [[ $code -eq 0 ]] || cat "$log" >&2
  rm -f "$log"
  [[ $code -eq 0 ]] || build_failed "Building $project failed."
  echo "$now" >"$to/.published"
}

# How long it takes so far and what was made last, every ten seconds.
show_progress() {
  local log=$1 begun=$SECONDS made
  while sleep 10 && kill -0 $$ 2>/dev/null; do
    made=$(sed -n 's/^ *\(Loket[A-Za-z.]*\) -> .*/\1 is made/p' "$log" | tail -n 1)
    echo "  $((SECONDS - begun)) s: ${made:-getting what it needs} ..." >&2
  done
}

# Names, sizes and dates of everything that the build reads.
fingerprint() {
  find "$root/src" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json" \
    \( -name bin -o -name obj -o -name node_modules -o -name wwwroot \) -prune -o -type f -printf '%P %s %T@\n' | sort | sha256sum
}
