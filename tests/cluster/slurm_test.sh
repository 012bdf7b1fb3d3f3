#!/bin/sh
# Starts a one-machine Slurm, runs tools/cluster.sh on it, and holds its answer to that of one run.
# Where the packages (slurm-wlm, munge) are not there: status 77, skipped.
#
#   slurm_test.sh PROGRAM CHECKOUT
set -eu
for tool in munged slurmctld slurmd sbatch squeue; do
  command -v "$tool" > /dev/null 2>&1 || PATH=$PATH:/usr/sbin
  command -v "$tool" > /dev/null 2>&1 || { echo "$tool is not installed"; exit 77; }
done
program=$1
checkout=$2
dir=$(mktemp -d)
stop() {
  for name in slurmd slurmctld munge/munged; do
    [ -e "$dir/$name.pid" ] && kill "$(cat "$dir/$name.pid")" 2> /dev/null || true
  done
  sleep 1
  rm -rf "$dir"
}
trap stop EXIT
trap 'exit 1' INT TERM

machine=$(hostname -s)
user=$(id -un)
mkdir "$dir/state" "$dir/spool" "$dir/munge"
chmod 700 "$dir/munge"
head -c 1024 /dev/urandom > "$dir/munge/key"
chmod 400 "$dir/munge/key"
cat > "$dir/slurm.conf" <<CONF
ClusterName=one
SlurmctldHost=$machine(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket
SlurmUser=$user
SlurmdUser=$user
SlurmctldPort=$((20000 + $$ % 10000))
SlurmdPort=$((30001 + $$ % 10000))
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SchedulerParameters=bf_interval=1,sched_min_interval=0
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName=$machine NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$machine Default=YES State=UP
CONF
export SLURM_CONF="$dir/slurm.conf"
munged --force --key-file="$dir/munge/key" --socket="$dir/munge/socket" \
  --pid-file="$dir/munge/munged.pid" --log-file="$dir/munge/log" --seed-file="$dir/munge/seed"
slurmctld
slurmd -N "$machine"

cd "$checkout"
set -- contracts --scenario scenarios/verwacht.toml --today 2025-10-14
status=0
"$program" simulate "$@" --csv-totals "$dir/one.csv" > "$dir/one.txt" || status=$?
PRICETALK=$program sh tools/cluster.sh 3 "$dir/out" "$@"
waited=0
while [ -n "$(squeue --noheader)" ]; do
  waited=$((waited + 1))
  if [ "$waited" -gt 240 ]; then
    squeue
    tail -n 20 "$dir"/*.log "$dir"/out/*.log
    exit 1
  fi
  sleep 0.5
done
cat "$dir"/out/*.log
cmp "$dir/one.txt" "$dir/out/answer.txt"
cmp "$dir/one.csv" "$dir/out/answer.csv"
echo "three shares on a cluster are one run (which ends with $status)"
