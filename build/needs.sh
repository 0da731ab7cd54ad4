# What the machine must have. As root on Debian it is installed; otherwise we say what to type.

# What Debian reads before it makes a database server of its own.
cluster_settings=/etc/postgresql-common/createcluster.conf

need() {
  local one missing=()
  for one in "$@"; do
    has "$one" || missing+=("$one")
  done
  [[ ${#missing[@]} -gt 0 ]] || return 0

  local packages=()
  for one in "${missing[@]}"; do
    case $one in
      dotnet) tell_and_stop "Loket needs the .NET SDK $(sdk_version) or a later patch of it. See https://learn.microsoft.com/dotnet/core/install/linux-debian" ;;
      node) tell_and_stop "Loket needs Node $(node_version) or later with npm. See https://nodejs.org/" ;;
      postgres) packages+=(postgresql) ;;
      chromium) packages+=(chromium-headless-shell) ;;
      fonts) packages+=(fonts-liberation) ;;
    esac
  done
  if ! command -v apt-get >/dev/null; then
    tell_and_stop "Missing: ${missing[*]}. Install PostgreSQL 15 or later and the headless shell of Chromium (as /usr/bin/chromium-headless-shell) with the tools of your system."
  elif [[ $(id -u) -ne 0 ]]; then
    [[ " ${packages[*]} " != *" postgresql "* ]] || echo "Before that, to keep Debian from starting a database server of its own: sudo mkdir -p $(dirname "$cluster_settings") && echo 'create_main_cluster = false' | sudo tee -a $cluster_settings" >&2
    tell_and_stop "Missing: ${missing[*]}. Type: sudo apt-get update && sudo apt-get install --no-install-recommends ${packages[*]}"
  fi
  install_packages "${packages[@]}"
}

# As global.json asks for it.
sdk_version() {
  sed -nE 's/.*"version": *"([^"]+)".*/\1/p' "$root/global.json"
}

# The latest that a package.json asks for.
node_version() {
  sed -nE 's/.*"node": *">=([0-9.]+)".*/\1/p' "$root/src/Loket.Web/package.json" "$root/tests/Loket.Browser/package.json" | sort -V | tail -n 1
}

# Whether the second version is the first or a later one.
is_at_least() {
  [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]
}

has() {
  case $1 in
    dotnet) command -v dotnet >/dev/null && (cd "$root" && dotnet --version >/dev/null 2>&1) ;;
    node) command -v node >/dev/null && command -v npm >/dev/null && is_at_least "$(node_version)" "$(node -p process.versions.node)" ;;
    postgres) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
    chromium) [[ -x /usr/bin/chromium-headless-shell ]] ;;
    fonts) compgen -G '/usr/share/fonts/truetype/*' >/dev/null ;;
  esac
}

install_packages() {
  echo "Installing $* ..." >&2
  if [[ " $* " == *" postgresql "* && ! -e $cluster_settings ]]; then
    # Nobody would use that server.
    mkdir -p "$(dirname "$cluster_settings")"
    echo 'create_main_cluster = false' >"$cluster_settings"
  fi
  local log
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  if ! { apt-get update && apt-get install -y --no-install-recommends -o Dpkg::Options::=--force-confold "$@"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    tell_and_stop "Installing failed. Type: apt-get update && apt-get install --no-install-recommends $*"
  fi
  rm -f "$log"
}

# The exit codes are those of the program, see docs/operations.md.
tell_and_stop() {
  echo "$1" >&2
  exit 3
}

usage_error() {
  echo "$1 See ./loket --help." >&2
  exit 2
}

build_failed() {
  echo "$1" >&2
  exit 1
}
