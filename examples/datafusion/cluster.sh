#!/usr/bin/env bash
# A cluster of one scheduler and two executors on this machine: cluster.sh start | stop | status
#
# It wants the programs of `cargo build --features cluster`. What they say is in target/cluster/*.log.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

programs=${WIRECOPY_PROGRAMS:-target/debug}
state=target/cluster

fail() {
  printf 'cluster.sh: %s\n' "$1" >&2
  exit 1
}

# run NAME PORT PROGRAM [ARGUMENT…]: starts a program and waits until it listens
run() {
  local name=$1 port=$2 program=$programs/$3 tries=0
  shift 3
  "$program" "$@" >"$state/$name.log" 2>&1 &
  echo $! >"$state/$name.pid"
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    kill -0 "$(cat "$state/$name.pid")" 2>/dev/null || fail "$name stopped: $(tail -n 3 "$state/$name.log")"
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || fail "$name does not listen on port $port"
    sleep 0.1
  done
  echo "$name: process $(cat "$state/$name.pid"), port $port"
}

start() {
  [ -x "$programs/scheduler" ] || fail "there is no $programs/scheduler: cargo build --features cluster"
  [ -z "$(running)" ] || fail "it is running; cluster.sh stop"
  mkdir -p "$state"
  run scheduler 50050 scheduler --port 50050
  run executor-1 50051 executor --port 50051 --grpc-port 50052 --cores 1 --work-dir "$state/work-1"
  run executor-2 50053 executor --port 50053 --grpc-port 50054 --cores 1 --work-dir "$state/work-2"
}

# running: the names of those that run
running() {
  local path
  for path in "$state"/*.pid; do
    [ -e "$path" ] && kill -0 "$(cat "$path")" 2>/dev/null && basename "$path" .pid
  done
  true
}

stop() {
  local name tries
  for name in $(running); do
    kill "$(cat "$state/$name.pid")"
  done
  for ((tries = 0; tries < 100; tries++)); do
    [ -n "$(running)" ] || break
    sleep 0.1
  done
  for name in $(running); do
    kill -9 "$(cat "$state/$name.pid")"
  done
  rm -rf "$state"/*.pid "$state"/work-*
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  status) running ;;
  *) fail "start, stop or status?" ;;
esac
