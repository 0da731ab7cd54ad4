# Builds once, runs the test programs and adds up what they report.

kinds=(unit architecture integration faults browser)
declare -A project=([unit]=Loket.Unit [architecture]=Loket.Architecture [integration]=Loket.Integration [faults]=Loket.Faults [browser]=Loket.Browser)
passed=0 failed=0 skipped=0 failures=

run_tests() {
  local chosen=("${kinds[@]}") options=() patience=40m
  if [[ ${1:-} == long ]]; then
    # A test that takes longer is marked Explicit: only this runs it.
    options=(-explicit only)
    patience=6h
    shift
  elif [[ -n ${1:-} && -n ${project[$1]:-} ]]; then
    chosen=("$1")
    shift
  elif [[ -n ${1:-} ]]; then
    usage_error "There is no kind of test '$1'. There is: ${kinds[*]} long."
  fi

  local whole=$SECONDS begun
  need dotnet node
  [[ ${chosen[*]} == unit || ${chosen[*]} == architecture ]] || need postgres
  [[ " ${chosen[*]} " != *" browser "* ]] || need chromium fonts

  cd "$root"
  dotnet restore --locked-mode -v q >&2 || build_failed "What the build needs could not be had; no test ran."
  # Each project is named when it is made; the output stays that of the tests.
  echo "Building (a few minutes the first time) ..." >&2
  begun=$SECONDS
  dotnet build -c Release --no-restore -v m --nologo >&2 || build_failed "The build failed; no test ran."
  [[ ${chosen[*]} == unit || ${chosen[*]} == architecture ]] || use_what_is_shipped "${chosen[@]}"
  tell_time Building "$begun"
  # Counting how code runs, to compile it better later, pays for what runs for days; tests and the programs that they start run for seconds.
  export DOTNET_TieredPGO=0
  rm -rf artifacts/tests
  mkdir -p artifacts/tests
  local kind
  for kind in "${chosen[@]}"; do
    begun=$SECONDS
    run_one "${project[$kind]}" "${options[@]}" "$@"
    tell_time "${project[$kind]}" "$begun"
  done
  # All of it, and what had to be installed and fetched, must stay within half an hour on two cores.
  tell_time Everything "$whole"

  if [[ $((passed + failed)) -eq 0 ]]; then
    echo "No test ran." >&2
    failed=1
  fi
  # Named once more here: where they failed may be thousands of lines back.
  printf '%s' "$failures"
  echo "$passed passed, $failed failed, $skipped skipped"
  [[ $failed -eq 0 ]]
}

# Puts the libraries as they are published, compiled ahead, beside the tests that run them or start programs: compiling them again as they run, in each of some
# hundred processes, takes more than half of the time of all tests.
use_what_is_shipped() {
  publish_program Loket.Demo "$root/artifacts/demo"
  local kind folder library others
  for kind in "$@"; do
    [[ $kind != unit && $kind != architecture ]] || continue
    folder=$root/tests/${project[$kind]}/bin/Release/net10.0
    others=$(libraries "$folder/${project[$kind]}" "$root/artifacts/demo/Loket.Demo" | cut -d / -f 1 | uniq -d)
    [[ -z $others ]] || build_failed "${project[$kind]} uses another version than the program of: $others"
    for library in "$root"/artifacts/demo/*.dll; do
      [[ ! -e $folder/${library##*/} ]] || cp "$library" "$folder"
    done
  done
}

# Name and version of every library of some programs, each once.
libraries() {
  sed -nE 's|^ *"([^"/]+/[0-9][^"/]*)": \{$|\1|p' "${@/%/.deps.json}" | sort -u
}

run_one() {
  local name=$1 code=0
  shift
  local report=$root/artifacts/tests/$name.xml
  echo "== $name"
  # What hangs is told by name after some minutes, and ended before everything else waits for it.
  timeout --kill-after=30s "$patience" "$root/tests/$name/bin/Release/net10.0/$name" -noColor -noLogo -longRunning 300 -result-xml "$report" "$@" || code=$?
  if [[ ! -s $report ]]; then
    failures+="$name ended with $code and reported nothing."$'\n'
    failed=$((failed + 1))
    return
  fi

  # The totals stand in the attributes of the one assembly; an error outside a test is a failure too.
  local totals ran
  totals=$(grep -o -m 1 '<assembly [^>]*>' "$report" | head -n 1)
  passed=$((passed + $(total passed)))
  skipped=$((skipped + $(total skipped)))
  ran=$(($(total passed) + $(total failed) + $(total skipped)))
  local bad=$(($(total failed) + $(total errors)))
  if [[ $bad -eq 0 && $code -ne 0 && ($ran -gt 0 || $# -eq 0) ]]; then
    failures+="$name ended with $code."$'\n'
    bad=1
  elif [[ $ran -eq 0 && $# -eq 0 ]]; then
    failures+="$name ran nothing."$'\n'
    bad=1
  elif [[ $bad -gt 0 ]]; then
    failures+=$(sed -nE 's/.*<test .*name="([^"]*)".* result="Fail".*/failed: \1/p' "$report")$'\n'
  fi
  failed=$((failed + bad))
}

# What took how long, from a value of SECONDS until now.
tell_time() {
  local took=$((SECONDS - $2))
  printf '== %s took %d:%02d\n' "$1" $((took / 60)) $((took % 60))
}

# Uses totals of its caller.
total() {
  sed -nE "s/.* $1=\"([0-9]+)\".*/\1/p" <<<"$totals"
}
