#!/bin/sh
# Breaks a copy of the program in one way after the other, and sees to it that a test turns red. Started by
# faults/run sabotage; names of faults/sabotage/*.patch choose some. The table goes to standard output.
# shellcheck disable=SC1091,SC2154 # target/launch is written by the build.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$here")
tree=$project/target/sabotage
log=$project/target/faults/sabotage
mkdir -p "$log"

# Builds what has changed, for the JDK; then the tests of the copy, once. Each break then costs the compilation of the
# files that it changes.
"$project/run.sh" --version >/dev/null </dev/null
. "$project/target/launch"
JAVA_HOME=${java%/bin/java}
export JAVA_HOME
mkdir -p "$tree"
for part in pom.xml src themes; do
  rm -rf "${tree:?}/$part"
  cp -R "$project/$part" "$tree/$part"
done
cd "$tree"
mvn -q -B -o -Dquick test-compile dependency:build-classpath -Dmdep.outputFile="$log/class-path" \
  >"$log/whole.log" 2>&1 </dev/null || {
  cat "$log/whole.log"
  exit 1
}

# Compiles the files that a patch changes.
compile() {
  sed -n 's|^+++ b/||p' "$1" | xargs "${java}c" -nowarn -proc:none --release 25 \
    -cp "target/classes:$(cat "$log/class-path")" -d target/classes
}

printf '| promise | break | turned red |\n|---|---|---|\n'
unnoticed=
for name in ${*:-$(cd "$here/sabotage" && ls ./*.patch | sed 's|^\./||; s|\.patch$||')}; do
  patch=$here/sabotage/$name.patch
  field() {
    sed -n "s/^$1: //p" "$patch" | head -1
  }
  patch -s -p1 <"$patch"
  if ! compile "$patch" >"$log/$name.log" 2>&1; then
    red='**does not compile**'
    unnoticed="$unnoticed $name"
  elif mvn -q -B -o -Dquick surefire:test -Dtest="$(field tests)" -Dfaults.kills=60 -Dfaults.cuts=1200 -Dfaults.every=3 \
    >"$log/$name.log" 2>&1 </dev/null; then
    red='**nothing**'
    unnoticed="$unnoticed $name"
  else
    red=$(sed 's/\x1b\[[0-9;]*m//g' "$log/$name.log" |
      sed -n 's/^\[ERROR\] *\([A-Za-z]*Test\)\.\([A-Za-z]*\).*/`\1.\2`/p' | sort -u | head -4 | paste -sd, - | sed 's/,/, /g')
  fi
  printf '| %s | %s | %s |\n' "$(field promise)" "$(field break)" "$red"
  patch -s -R -p1 <"$patch"
  compile "$patch"
done
if [ -n "$unnoticed" ]; then
  echo "Not noticed:$unnoticed. The logs: $log" >&2
  exit 1
fi
