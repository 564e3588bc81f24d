# shellcheck shell=sh disable=SC2154 # run.sh sets what is used here.
# The slow part of run.sh, read by it when something has to be found, built or made. Needs: $project.
#
# target/launch      what run.sh needs to start at once: variables, written last of all, with the time the build began
# target/run/N.jar   a copy of the program under a name of its own, so that a build never changes the jar under a
#                    running screen; N.aot beside it is the JDK's cache for this jar, this JDK and these flags
# target/lib         the libraries

oldest_java=25
jvm_flags='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xss512k -Xms16m -XX:NewSize=3m -Xmx768m -XX:ReservedCodeCacheSize=32m'
jvm_flags="$jvm_flags -Djdk.virtualThreadScheduler.parallelism=4 -XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED"
# Profiles of the training run stay out of the cache: compiling by them at the start costs more than it saves.
jvm_flags="$jvm_flags -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTReplayTraining"
# C1 compiles cheaply, and an answer's 150 frames are too few for its usual thresholds: they would stay interpreted.
jvm_flags="$jvm_flags -XX:Tier3InvocationThreshold=80 -XX:Tier3MinInvocationThreshold=40 -XX:Tier3CompileThreshold=800"

say() {
  printf '%s\n' "$*" >&2
}

# --- The JDK ----------------------------------------------------------------------------------------------------------

# Is $1 the folder of a JDK (not only a runtime) that is new enough? Its release file says so; starting it is slow.
is_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS='="' read -r key _ version _; do
    if [ "$key" = JAVA_VERSION ]; then
      version=${version%%[!0-9]*}
      [ "${version:-0}" -ge "$oldest_java" ]
      return
    fi
  done <"$1/release"
  return 1
}

# The folder of the java on the PATH, through all links.
java_on_path() {
  link=$(command -v javac) || return 1
  while [ -L "$link" ]; do
    to=$(readlink "$link")
    case $to in
      /*) link=$to ;;
      *) link=${link%/*}/$to ;;
    esac
  done
  link=${link%/*}
  printf '%s\n' "${link%/*}"
}

# Sets $jdk, or says what to install and ends.
find_jdk() {
  for jdk in "${JAVA_HOME:-/nowhere}" "$(java_on_path)" /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk "$jdk"; then
      return
    fi
  done
  say "A JDK of version $oldest_java or newer is needed, and none was found in JAVA_HOME, on the PATH, or in the usual folders."
  say "Install one (for example Eclipse Temurin $oldest_java, or: sdk install java $oldest_java-tem), or set JAVA_HOME to its folder."
  exit 1
}

need_maven() {
  if ! command -v mvn >/dev/null 2>&1; then
    say 'Maven is needed to build (for example: apt install maven, brew install maven).'
    exit 1
  fi
}

# --- The build --------------------------------------------------------------------------------------------------------

# Only one build at a time; one that was killed leaves a number that nobody has any more. Sets $waited.
lock_build() {
  mkdir -p "$project/target/run" || exit 1
  lock=$project/target/run/building
  waited=
  until (set -C && echo "$$" >"$lock") 2>/dev/null; do
    holder=$(cat "$lock" 2>/dev/null)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -f "$lock"
    else
      [ -z "$waited" ] && say 'Another build is at work; waiting for it.'
      waited=yes
      sleep 1
    fi
  done
}

# What the build is at, from Maven's log, in words.
phase() {
  goal=$(grep -o -e '--- [a-z-]*:[^:]*:[a-zA-Z-]*' "$1" 2>/dev/null | tail -n 1)
  case $goal in
    *:compile*) echo compiling ;;
    *:jar*) echo packing ;;
    *dependency*) echo 'collecting libraries' ;;
    # Not a word that the screen says of itself: whoever waits for that would take the build for it.
    *) echo 'starting Maven' ;;
  esac
}

# Shows how far process $1 with Maven's log $2 is, until it ends.
show_progress() {
  expected='the first time some minutes, as libraries are fetched'
  [ -f "$project/target/run/seconds" ] && expected="last time $(cat "$project/target/run/seconds") s"
  seconds=0
  shown=
  while kill -0 "$1" 2>/dev/null; do
    now="$(phase "$2")"
    fetched=$(grep -c '^.*Downloaded from' "$2" 2>/dev/null)
    [ "$fetched" -gt 0 ] && now="$now, $fetched files fetched"
    if [ -t 2 ]; then
      # One row, however narrow: a line that wraps is not taken back.
      printf '\r\033[K%.78s' "Building, $seconds s: $now ($expected)" >&2
    elif [ "$now" != "$shown" ] && [ $((seconds % 5)) -eq 0 ]; then
      say "Building ($expected): $now, $seconds s"
      shown=$now
    fi
    sleep 1
    seconds=$((seconds + 1))
  done
  [ -t 2 ] && printf '\r\033[K' >&2
}

# Packs the program with Maven and writes target/launch; ends with Maven's own words when that fails.
build() {
  find_jdk
  need_maven
  lock_build
  if [ -n "$waited" ] && up_to_date; then
    rm -f "$lock"
    return
  fi
  log=$project/target/run/build.log
  began=$project/target/run/began
  : >"$began"
  JAVA_HOME=$jdk mvn -B -f "$project/pom.xml" package -Dmaven.test.skip=true -Dquick >"$log" 2>&1 </dev/null &
  maven=$!
  trap 'kill "$maven" 2>/dev/null; rm -f "$lock"; exit 130' INT TERM HUP
  show_progress "$maven" "$log"
  wait "$maven"
  status=$?
  trap - INT TERM HUP
  if [ "$status" -ne 0 ]; then
    rm -f "$lock"
    grep -v -e 'Downloading from' -e 'Downloaded from' -e '^WARNING: .*Unsafe' "$log" >&2
    say "The build failed; what Maven said stands above and in $log"
    exit 1
  fi
  echo "$seconds" >"$project/target/run/seconds"
  remember
  rm -f "$lock"
}

# Run after a build: keeps what is needed to start. The stamp's time is that of the build's beginning, so that a source
# that changed meanwhile counts as newer.
remember() {
  number=$(date +%s)-$$
  jar=$project/target/run/$number.jar
  # The newest one before may still have a screen running on it.
  older=
  for file in "$project"/target/run/*.jar; do
    [ -n "$older" ] && rm -f "$older" "${older%.jar}".aot*
    older=$file
  done
  cp "$project/target/async-chat-stream.jar" "$jar" || exit 1
  libraries=$(cat "$project/target/class-path") || exit 1
  {
    echo "# Written by src/main/sh/build.sh."
    echo "java='$jdk/bin/java'"
    echo "java_release='$jdk/release'"
    echo "seen_java_home='${JAVA_HOME-}'"
    echo "flags='$jvm_flags'"
    echo "jar=\"\$project/target/run/$number.jar\""
    echo "aot=\"\$project/target/run/$number.aot\""
    echo "class_path=\"\$jar:$libraries\""
  } >"$project/target/run/launch.new"
  touch -r "$began" "$project/target/run/launch.new"
  mv -f "$project/target/run/launch.new" "$project/target/launch"
}

# All tests, as `mvn verify` runs them; the program is then built, too.
run_tests() {
  find_jdk
  need_maven
  lock_build
  began=$project/target/run/began
  : >"$began"
  JAVA_HOME=$jdk mvn -B -ntp -f "$project/pom.xml" verify "$@" &
  maven=$!
  trap 'kill "$maven" 2>/dev/null; rm -f "$lock"' INT TERM HUP
  wait "$maven"
  status=$?
  [ "$status" -eq 0 ] && [ -f "$project/target/async-chat-stream.jar" ] && remember
  rm -f "$lock"
  exit "$status"
}

# --- The JDK's cache of loaded classes --------------------------------------------------------------------------------

# In the background, at the lowest priority, once for each build. Run when a screen has ended, so that none is slowed.
# What is pressed in the training run: no server answers (w: go on without), some text, the windows, some dialogs, quit.
training_keys() {
  sleep 3
  printf 'w'
  for key in 'Hello' '\025' '\033[15~' '\033[15~' '\033[19~' '\033[19~' '\020' '\033' '\017' '\033' '\033' '\033'; do
    sleep 0.3
    # shellcheck disable=SC2059 # The keys are escapes.
    printf "$key"
  done
  sleep 0.5
  printf '\021'
}

make_aot_cache() {
  (
    trap '' HUP INT
    exec </dev/null >"$project/target/run/aot.log" 2>&1
    lock=$aot.failed
    # Taken first: a second screen that ends meanwhile must not make it too, and a failure is not tried again.
    (set -C && : >"$lock") || exit
    training=$project/target/run/training
    mkdir -p "$training"
    # shellcheck disable=SC2086 # The flags are words.
    training_keys | LINES=24 COLUMNS=80 nice -n 19 "$java" $flags -XX:AOTCacheOutput="$aot.tmp" -Dchatstream.project="$project" -cp "$class_path" \
      dev.chatstream.Main --train --home "$training" --host 127.0.0.1:9 && [ -f "$aot.tmp" ] && mv -f "$aot.tmp" "$aot" && rm -f "$lock"
    rm -rf "$training"
  ) &
}
