#!/bin/sh
# shellcheck disable=SC1091,SC2154 # target/launch is written by the build.
# Measures single parts of the program with JMH, and writes bench/out/micro.md. Started by bench/run micro.
#
# bench/run micro             all, in less than two minutes
# bench/run micro Frame       those whose name holds this
# bench/run micro -i 10 -f 3  JMH's own flags: more rounds, more processes
#
# Needs the network the first time only, for JMH.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$here")
out=$here/micro/target

# Builds what has changed. What it then would start with is measured: the same jar, the same JDK, and the same flags,
# as JMH hands its own flags on. They keep the JVM to C1, so figures made without them would be too good.
"$project/run.sh" --version >/dev/null </dev/null
. "$project/target/launch"

mkdir -p "$out/classes" "$here/out"
if [ ! -s "$out/class-path" ] || [ -n "$(find "$here/micro/pom.xml" -newer "$out/class-path")" ]; then
  echo 'Fetching JMH.' >&2
  JAVA_HOME=${java%/bin/java} mvn -q -B -f "$here/micro/pom.xml" dependency:build-classpath >&2
fi
jmh=$(cat "$out/class-path")

# Compiled anew each time: it takes two seconds, and never leaves a benchmark behind that is gone.
rm -rf "$out/classes"
"${java%/java}/javac" --release 25 -proc:full -cp "$class_path:$jmh" -d "$out/classes" \
  "$here"/micro/src/dev/chatstream/bench/*.java

# shellcheck disable=SC2086 # The flags are words.
exec "$java" $flags -cp "$out/classes:$class_path:$jmh" dev.chatstream.bench.Micro "$here/out/micro.md" "$@"
