# Sourced by the installing scripts beside it: fetches Debian packages, whatever release this machine
# has, without touching its own packages. apt checks the signatures; nothing is installed, packages
# are only unpacked. No root needed.

# Where tools live: outside of git, kept from build to build.
tools_home() { printf '%s\n' "${MAPSCOPE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/mapscope/tools}"; }

fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# The archive that this machine's own packages come from.
debian_archive() {
  apt-get indextargets --format '$(SITE)' | grep -v -e security -e '^$' | sort -u | head -n 1
}

# A private apt below directory $1 that knows release $2 alone, its packages or with $3 = deb-src
# their sources, and thinks that nothing is installed.
private_apt() {
  local home=$1 release=$2 kind=${3:-deb} keyring=/usr/share/keyrings/debian-archive-keyring.gpg archive
  command -v apt-get >/dev/null || fail "there is no apt-get here; expected Debian or a relative"
  [[ -r $keyring ]] || fail "there is no $keyring; install debian-archive-keyring"
  archive=$(debian_archive)
  [[ -n $archive ]] || fail "apt on this machine knows no archive; expected one in its sources"
  mkdir -p "$home"/{lists/partial,cache/archives/partial,etc/preferences.d,etc/apt.conf.d}
  : >"$home/status"
  printf '%s [signed-by=%s] %s %s main\n' "$kind" "$keyring" "$archive" "$release" >"$home/etc/sources.list"
  # A mirror of a moving release may lag behind its own date; signatures are checked all the same.
  cat >"$home/apt.conf" <<CONF
Dir::Etc "$home/etc"; Dir::State::lists "$home/lists"; Dir::State::status "$home/status";
Dir::Cache "$home/cache"; APT::Sandbox::User ""; APT::Install-Recommends "false";
Acquire::Check-Valid-Until "false"; Acquire::Retries "3";
CONF
  export APT_CONFIG="$home/apt.conf"
  apt-get -q update >&2
}
