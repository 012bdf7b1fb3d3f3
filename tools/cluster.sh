#!/bin/sh
# One simulation over a Slurm cluster: its shares as a job array, put together when all are done.
#
#   tools/cluster.sh SHARES OUT CONTRACT... --scenario FILE [options of simulate]
#
# OUT gets share-1 … share-N, and in the end answer.txt and answer.csv. Every machine has to see the
# same files under the same paths. PRICETALK names the program where it is not in the search path.
set -eu

if [ $# -lt 3 ]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
shares=$1
out=$2
shift 2
program=${PRICETALK:-pricetalk}
case $program in
*/*) program=$(realpath "$program") ;;
esac
# Shares are put together only when they were asked on one day.
case " $* " in
*" --today "*) ;;
*) set -- "$@" --today "$(date +%Y-%m-%d)" ;;
esac

# A word as the shell reads it back.
quoted() {
  printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"
}
words=
for word in "$@"; do
  words="$words $(quoted "$word")"
done

mkdir -p "$out"
cat > "$out/share.sh" <<JOB
#!/bin/sh
exec $(quoted "$program") simulate$words \\
  --shard "\$SLURM_ARRAY_TASK_ID/$shares" --part $(quoted "$out")/share-"\$SLURM_ARRAY_TASK_ID"
JOB
cat > "$out/merge.sh" <<JOB
#!/bin/sh
cd $(quoted "$out") && exec $(quoted "$program") merge --csv-totals answer.csv \\
  \$(seq -f share-%.0f $shares) > answer.txt
JOB

array=$(sbatch --parsable --job-name=pricetalk --array="1-$shares" --chdir="$PWD" \
  --output="$out/share-%a.log" "$out/share.sh")
together=$(sbatch --parsable --job-name=pricetalk-merge --dependency="afterok:$array" \
  --chdir="$PWD" --output="$out/merge.log" "$out/merge.sh")
echo "shares: job $array; together: job $together; answer: $out/answer.txt"
