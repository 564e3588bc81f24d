#!/bin/sh
# shellcheck disable=SC1091,SC2154 # target/launch is written by the build.
# The table of a list of 1,000,000 rows: open, pages, changes, filter, sort, memory. Started by bench/run table.
#
# bench/run table          1,000,000 rows: about 20 seconds
# bench/run table 100000   so many
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$here")
rows=${1:-1000000}
"$project/run.sh" --version >/dev/null </dev/null
. "$project/target/launch"
classes=$project/target/bench-table
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
rm -rf "$classes"
mkdir -p "$classes" "$here/out"
"${java%/java}/javac" --release 25 -proc:full -cp "$class_path" -d "$classes" "$here/table/TableBench.java"
# The list is made by another process: its memory is not the table's. The flags are those of the program.
# shellcheck disable=SC2086 # The flags are words.
"$java" $flags -cp "$classes:$class_path" dev.chatstream.bench.TableBench "$home" make "$rows"
# shellcheck disable=SC2086
"$java" $flags -cp "$classes:$class_path" dev.chatstream.bench.TableBench "$home" measure "$rows" | tee "$here/out/table.md"
