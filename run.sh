#!/bin/sh
# shellcheck disable=SC1091,SC2154 # target/launch is written by the build.
# Async Chat Stream: finds a JDK, builds what has changed, and starts the program. See README.md.
#
# ./run.sh [flags]            the screen
# ./run.sh COMMAND [flags]    a command for scripts; ./run.sh --help lists them
# ./run.sh test [mvn flags]   all tests
#
# How it starts fast: when nothing has changed, only `find`, `stty size` and `stty -g` run before java does; the
# terminal is prepared while the JVM loads. What was found and built stands in target/launch, the rest in src/main/sh/build.sh.
set -u

case $0 in
  */*) here=${0%/*} ;;
  *) here=. ;;
esac
if [ -L "$0" ]; then
  file=$0
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case $target in
      /*) file=$target ;;
      *) file=${file%/*}/$target ;;
    esac
    case $file in */*) ;; *) file=./$file ;; esac
  done
  here=${file%/*}
fi
case $here in
  /*) project=$here ;;
  .) project=$PWD ;;
  ./*) project=$PWD/${here#./} ;;
  *) project=$PWD/$here ;;
esac

if [ "${1-}" = test ]; then
  shift
  . "$project/src/main/sh/build.sh"
  run_tests "$@"
fi

# --- Is what was built still right? -----------------------------------------------------------------------------------

# A JAVA_HOME that was set differently may still lead to the same JDK.
same_jdk() {
  [ "$seen_java_home" = "${JAVA_HOME-}" ] && return
  . "$project/src/main/sh/build.sh"
  find_jdk
  [ "$jdk/bin/java" = "$java" ]
}

up_to_date() {
  [ -f "$project/target/launch" ] || return
  . "$project/target/launch"
  [ -x "$java" ] && [ -f "$jar" ] && same_jdk || return
  [ -z "$(find "$project/pom.xml" "$project/run.sh" "$project/src/main" "$project/themes" "$java_release" \
    -newer "$project/target/launch" 2>/dev/null)" ]
}

if ! up_to_date; then
  . "$project/src/main/sh/build.sh"
  build
  . "$project/target/launch"
fi

# --- Screen or command? -----------------------------------------------------------------------------------------------

screen=yes
value=
for argument in "$@"; do
  if [ -n "$value" ]; then
    value=
    continue
  fi
  case $argument in
    --home | --host | -m | --model | --engine-model | --engine-sha256 | --theme | --log-level) value=next ;;
    --help | -h | --version | -V) screen= ;;
    -*) ;;
    *) screen= ;;
  esac
done
# A closed standard input would be the number of a file that the JVM opens.
{ : <&0; } 2>/dev/null || exec </dev/null
# Without a terminal the program itself says so.
stdin=terminal
stdout=terminal
[ -t 0 ] || stdin=other
[ -t 1 ] || stdout=other
stderr=terminal
[ -t 2 ] || stderr=other
[ "$stdin$stdout" = terminalterminal ] || screen=

# One place for the JVM's flags; the AOT cache is made with the same ones. $flags and $class_path come from the build.
set -- -XX:ErrorFile="$project/target/crash-%p.log" -Dchatstream.project="$project" \
  -Dchatstream.stdin=$stdin -Dchatstream.stdout=$stdout -Dchatstream.stderr=$stderr -cp "$class_path" dev.chatstream.Main "$@"
[ -f "$aot" ] && set -- -XX:AOTCache="$aot" "$@"

if [ -z "$screen" ]; then
  # shellcheck disable=SC2086 # The flags are words.
  exec "$java" $flags "$@"
fi

# --- The screen: a child, so that somebody is left to mend the terminal -----------------------------------------------

size=$(stty size 2>/dev/null) || size=
case $size in
  '' | '0 '* | *' 0') ;;
  *)
    LINES=${size% *}
    COLUMNS=${size#* }
    export LINES COLUMNS
    ;;
esac

# The program needs them too: it gives the terminal back when it is suspended, and stops the whole process group.
settings=$(stty -g)
export CHATSTREAM_STTY="$settings"

code=
# A child in the background ignores INT, so it is told to end by TERM. Set before the child is there: until then
# there is nothing to pass on.
child=
pass() {
  [ -n "$child" ] && kill "-$1" "$child" 2>/dev/null
}
trap 'code=129; pass HUP' HUP
trap 'code=130; pass TERM' INT
trap 'code=143; pass TERM' TERM
trap 'pass TSTP' TSTP

exec 3<&0
# shellcheck disable=SC2086 # The flags are words.
"$java" $flags -Dchatstream.launcher="$$" "$@" <&3 3<&- &
child=$!
# While the JVM loads. The same settings as in Stty.java.
stty -icanon -echo -isig -iexten -ixon -icrnl min 1 time 0

# One that came before there was a child.
[ -n "$code" ] && pass TERM

while :; do
  wait "$child"
  status=$?
  # A wait also ends when a signal comes; then the child is still there.
  kill -0 "$child" 2>/dev/null || break
done

stty "$settings"
case $status in
  129 | 130 | 143) [ -n "$code" ] && status=$code ;;
  *)
    if [ "$status" -gt 128 ]; then
      # Killed: scroll region, colours, mouse, focus, paste, key modes, cursor, the other screen.
      case ${TERM-}${TMUX:+tmux} in xterm* | *tmux*) printf '\033[>4m' ;; esac
      printf '\033[?2026l\033[r\033[0m\033[?7h\033[?1007r\033[?1000l\033[?1002l\033[?1006l\033[?1004l\033[?2004l\033[<u\033[?25h\033[?1049l\r\n'
      echo "The program was ended from outside (code $status). The log may say more: logs/async_chat_stream.log" >&2
    fi
    ;;
esac
if [ ! -f "$aot" ] && [ ! -f "$aot.failed" ]; then
  . "$project/src/main/sh/build.sh"
  make_aot_cache
fi
exit "$status"
