# shellcheck shell=bash
# Drives a program in a real terminal (tmux): start it, press keys, wait for text. To be read by a script that sets
# `set -euo pipefail`. Nothing sleeps for a fixed time: each wait polls until its deadline, and a wait that fails shows
# the screen, the log, and ends the script.

terminal_dir=$(mktemp -d)
terminal_socket=$terminal_dir/tmux
terminal_home=

t() {
  tmux -S "$terminal_socket" -f /dev/null "$@"
}

# Opens a terminal of WIDTH x HEIGHT with a plain shell in it.
terminal_open() {
  t new-session -d -x "$1" -y "$2" "env -u TMUX PS1='> ' sh"
  t set-option -g history-limit 5000
  wait_for '^> *$'
}

terminal_close() {
  t kill-server 2>/dev/null || true
  rm -rf "$terminal_dir" 2>/dev/null || true
}
trap terminal_close EXIT

# What stands on the screen now.
screen() {
  t capture-pane -p
}

# Types text as it is.
type_text() {
  t send-keys -l -- "$1"
}

# Presses keys by tmux's names: Enter, C-s, F1, M-1, ...
press() {
  t send-keys "$@"
}

# Pastes a text, bracketed if the program asked for it.
paste_text() {
  t set-buffer -- "$1"
  t paste-buffer -p
}

# Types a line of the shell.
shell_line() {
  type_text "$1"
  press Enter
}

fail() {
  {
    echo "FAILED: $*"
    echo '--- the screen ---'
    screen || true
    if [ -n "$terminal_home" ] && [ -f "$terminal_home/logs/async_chat_stream.log" ]; then
      echo '--- the end of the log ---'
      tail -n 40 "$terminal_home/logs/async_chat_stream.log"
    fi
  } >&2
  exit 1
}

# Waits until COMMAND... succeeds: until_ok SECONDS WORDS COMMAND...
until_ok() {
  local deadline=$((SECONDS + $1)) words=$2
  shift 2
  until "$@"; do
    [ "$SECONDS" -le "$deadline" ] || fail "waited for $words"
    sleep 0.05
  done
}

on_screen() {
  screen | grep -qE -- "$1"
}

not_on_screen() {
  ! on_screen "$1"
}

# Waits until a line of the screen matches: wait_for REGEX [SECONDS]
wait_for() {
  until_ok "${2:-10}" "/$1/ on the screen" on_screen "$1"
  echo "  saw: $1"
}

# Waits until no line of the screen matches: wait_gone REGEX [SECONDS]
wait_gone() {
  until_ok "${2:-10}" "/$1/ to leave the screen" not_on_screen "$1"
  echo "  gone: $1"
}

# The pid of what the shell in the terminal runs now; fails when that is nothing.
running_pid() {
  local shell
  shell=$(t display-message -p '#{pane_pid}')
  pgrep -P "$shell" | head -n 1 | grep .
}

nothing_runs() {
  ! running_pid >/dev/null
}

# Waits until the shell in the terminal is back: wait_end [SECONDS]. What is typed earlier would meet raw settings.
wait_end() {
  until_ok "${1:-10}" 'the program to end' nothing_runs
}
