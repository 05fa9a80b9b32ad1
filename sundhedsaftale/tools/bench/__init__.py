"""`make bench`: the portal beside its floors. `docs/benchmark.md` tells what is measured and how."""
